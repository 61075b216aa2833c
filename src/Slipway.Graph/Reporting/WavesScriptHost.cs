using Cake.Core;
using Cake.Core.Scripting;

namespace Slipway.Graph.Reporting;

/// <summary>Answers <c>--tree</c> with the waves in which the tasks of the targets would run.</summary>
internal sealed class WavesScriptHost(ICakeEngine engine, ICakeContext context, IWavesPrinter printer) : ScriptHost(engine, context)
{
    /// <summary>The key under which a host looks for what answers <c>--tree</c>.</summary>
    public const string Key = "tree";

    public override Task<CakeReport> RunTargetAsync(string target) => RunTargetsAsync([target]);

    public override Task<CakeReport> RunTargetsAsync(IEnumerable<string> targets)
    {
        // The default target need not exist: then all tasks are shown.
        printer.Print(Tasks, [.. targets.Where(t => Tasks.Any(a => a.Name.Equals(t, StringComparison.OrdinalIgnoreCase)))]);
        return System.Threading.Tasks.Task.FromResult(new CakeReport());
    }
}
