using System.Diagnostics;

namespace Slipway.Processes;

/// <summary>
/// A process that is started elsewhere, with all that it starts: they are known by an environment variable that they inherit,
/// so they are found even when their parent has died. On Linux only: elsewhere a family without its root can't be told.
/// </summary>
public sealed class ProcessFamily
{
    private readonly ProcessMark _mark = new();

    /// <summary>The environment variable that the process has to be started with.</summary>
    public KeyValuePair<string, string> Variable => new(_mark.Name, ProcessMark.Value);

    /// <summary>The family with the process at its root, which makes it known on other systems than Linux as well.</summary>
    /// <param name="root">The process, started with <see cref="Variable"/>. It must not be disposed of as long as the tree is used.</param>
    /// <returns>The tree.</returns>
    public ProcessTree Below(Process root) => new(root, _mark);

    /// <summary>
    /// Asks all of them to end (SIGTERM), kills after the grace what has not, and returns when none is left or 10 s after the first
    /// kill. Elsewhere than on Linux it does nothing.
    /// </summary>
    /// <param name="grace">How long they have to end by themselves.</param>
    public void Stop(TimeSpan grace)
    {
        if (OperatingSystem.IsLinux())
        {
            new ProcessTree(null, _mark).Stop(grace);
        }
    }
}
