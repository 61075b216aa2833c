namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>Shell commands about the worker processes of a running nginx, whose titles tell what they do.</summary>
internal static class WorkerProcesses
{
    private const string Title = "nginx: worker process";
    private const string LastTitle = Title + " is shutting down";

    // A zombie, or one that goes while it is asked, has no title.
    private const string All = $"grep -l -s '^{Title}' /proc/[0-9]*/cmdline | cut -d / -f 3";

    /// <summary>Makes the workers end each connection with its next answer.</summary>
    public const string Drain =
        $"rm -rf {DrainFlags.Directory} && mkdir -p {DrainFlags.Directory} && chmod 755 {DrainFlags.Directory} && " +
        $"for w in $({All}); do touch {DrainFlags.Directory}/$w || exit 1; done";

    /// <summary>
    /// Makes the master read its configuration, and waits until none of the workers before takes a connection. nginx itself does not say
    /// whether it obeyed; one that can't goes on with those that it has.
    /// </summary>
    public const string Replace =
        $"old=$({All}); nginx -s reload || exit 1; tries=0; for w in $old; do " +
        $"while grep -q -s '^{Title}' /proc/$w/cmdline && ! grep -q -s '^{LastTitle}' /proc/$w/cmdline; do " +
        "tries=$((tries + 1)); if [ $tries -gt 400 ]; then " +
        "echo 'nginx did not take its new configuration and goes on with the old one; its log says why' >&2; exit 1; fi; sleep 0.05; " +
        // What is left is of workers before these; theirs is still good for what they have in hand.
        $"done; done; for f in {DrainFlags.Directory}/*; do case \" $(echo $old) \" in *\" ${{f##*/}} \"*) ;; *) rm -f $f;; esac; done";
}
