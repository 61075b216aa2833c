using Cake.Core;

namespace Slipway.Graph.Reporting;

/// <summary>Shows what a run would do side by side: for <c>--tree</c>.</summary>
public interface IWavesPrinter
{
    /// <summary>The waves as text: each task in the first wave in which all that it depends on is done.</summary>
    /// <param name="tasks">All tasks, as <see cref="ICakeEngine.Tasks"/> has them.</param>
    /// <param name="targets">The targets; none means every task that no other depends on.</param>
    /// <exception cref="CakeException">A target or a dependency does not exist, or dependencies form a circle.</exception>
    string Render(IReadOnlyList<ICakeTaskInfo> tasks, IReadOnlyList<string> targets);

    /// <summary>Writes the waves to standard output.</summary>
    /// <param name="tasks">All tasks, as <see cref="ICakeEngine.Tasks"/> has them.</param>
    /// <param name="targets">The targets; none means every task that no other depends on.</param>
    /// <exception cref="CakeException">A target or a dependency does not exist, or dependencies form a circle.</exception>
    void Print(IReadOnlyList<ICakeTaskInfo> tasks, IReadOnlyList<string> targets);
}
