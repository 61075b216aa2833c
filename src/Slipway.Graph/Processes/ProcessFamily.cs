namespace Slipway.Graph.Processes;

/// <summary>
/// A process that is started elsewhere, with all that it starts: they are known by an environment variable that they inherit,
/// so they are found even when their parent has died. On Linux only; elsewhere <see cref="Stop"/> finds nothing.
/// </summary>
public sealed class ProcessFamily
{
    private readonly ProcessMark _mark = new();

    /// <summary>The environment variable that the process has to be started with.</summary>
    public KeyValuePair<string, string> Variable => new(_mark.Name, "1");

    /// <summary>Asks all of them to end (SIGTERM), kills after the grace what has not, and returns when none is left.</summary>
    /// <param name="grace">How long they have to end by themselves.</param>
    public void Stop(TimeSpan grace)
    {
        if (OperatingSystem.IsLinux())
        {
            new ProcessTree(null, _mark).Stop(grace);
        }
    }
}
