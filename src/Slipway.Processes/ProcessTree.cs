using System.Diagnostics;
using System.Runtime.Versioning;

namespace Slipway.Processes;

/// <summary>A started process with all that it started; see <see cref="ProcessFamily.Below"/>.</summary>
public sealed class ProcessTree
{
    // What a process that was sent SIGKILL needs to be gone; only a process in uninterruptible sleep takes longer.
    private static readonly TimeSpan KillPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(10);

    private readonly Process? _root;
    private readonly ProcessMark _mark;

    // Without a root, it is all that carries the mark.
    internal ProcessTree(Process? root, ProcessMark mark) => (_root, _mark) = (root, mark);

    /// <summary>Whether any of them lives. Where descendants can't be told, that is elsewhere than on Linux, they are taken to.</summary>
    /// <returns>True if one does, or might.</returns>
    public bool IsAlive() => !OperatingSystem.IsLinux() || Living().Count > 0;

    /// <summary>Asks all of them to end (SIGTERM), kills after the grace what has not, and returns when none is left or 10 s after the first kill.</summary>
    /// <param name="grace">How long they have to end by themselves. Elsewhere than on Linux they are killed at once.</param>
    public void Stop(TimeSpan grace)
    {
        if (!OperatingSystem.IsLinux())
        {
            StopElsewhere();
            return;
        }

        if (Signal(UnixSignals.Terminate) && !AllGone(grace))
        {
            Kill();
        }
    }

    /// <summary>Kills all of them at once and returns when none is left or after 10 s.</summary>
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
        {
            Thread.Sleep(Poll);
        }
    }

    private bool AllGone(TimeSpan grace)
    {
        var began = Stopwatch.GetTimestamp();
        while (Living().Count > 0)
        {
            if (Stopwatch.GetElapsedTime(began) >= grace)
            {
                return false;
            }

            Thread.Sleep(Poll);
        }

        return true;
    }

    [SupportedOSPlatform("linux")]
    private bool Signal(int signal)
    {
        var living = Living();
        foreach (var process in living)
        {
            UnixSignals.Send(process, signal);
        }

        return living.Count > 0;
    }

    private IReadOnlyList<int> Living() => ProcessTable.Descendants(_root is { HasExited: false } ? _root.Id : null, _mark);

    private void StopElsewhere()
    {
        try
        {
            _root?.Kill(entireProcessTree: true);
            _root?.WaitForExit(KillPatience);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }
}
