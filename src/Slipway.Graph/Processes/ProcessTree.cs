using System.Diagnostics;

namespace Slipway.Graph.Processes;

/// <summary>A started process with all that it started; without a root, all that carries the mark.</summary>
internal sealed class ProcessTree(Process? root, ProcessMark mark)
{
    // What a process that was sent SIGKILL needs to be gone; only a process in uninterruptible sleep takes longer.
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    /// <summary>Whether any of them lives. Where descendants can't be told, they are taken to.</summary>
    public bool IsAlive() => !OperatingSystem.IsLinux() || Living().Count > 0;

    /// <summary>Asks all of them to end, kills after the grace what has not, and returns when none is left.</summary>
    public void Stop(TimeSpan grace)
    {
        if (!OperatingSystem.IsLinux())
        {
            StopElsewhere();
            return;
        }

        if (Signal(UnixSignals.Terminate) && !AllGone(grace))
            Kill();
    }

    /// <summary>Kills all of them at once and returns when none is left.</summary>
    public void Kill()
    {
        if (!OperatingSystem.IsLinux())
        {
            StopElsewhere();
            return;
        }

        // Again and again: a process may start another between the look and the blow.
        var began = Stopwatch.GetTimestamp();
        while (Signal(UnixSignals.Kill) && Stopwatch.GetElapsedTime(began) < KillPatience)
            Thread.Sleep(Poll);
    }

    private bool AllGone(TimeSpan grace)
    {
        var began = Stopwatch.GetTimestamp();
        while (Living().Count > 0)
        {
            if (Stopwatch.GetElapsedTime(began) >= grace)
                return false;
            Thread.Sleep(Poll);
        }

        return true;
    }

    [System.Runtime.Versioning.SupportedOSPlatform("linux")]
    private bool Signal(int signal)
    {
        var living = Living();
        foreach (var process in living)
            UnixSignals.Send(process, signal);
        return living.Count > 0;
    }

    private IReadOnlyList<int> Living() => ProcessTable.Descendants(root is { HasExited: false } ? root.Id : null, mark);

    private void StopElsewhere()
    {
        try
        {
            root?.Kill(entireProcessTree: true);
            root?.WaitForExit(KillPatience);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }
}
