namespace Slipway.Deployment.Observation;

/// <summary>The files of build contexts, through each of which is walked once, however many services are built from it.</summary>
internal sealed class ContextFiles
{
    private readonly Dictionary<(string Context, string Dockerfile), IReadOnlyList<string>> _known = [];

    /// <summary>What would be sent to the engine.</summary>
    /// <param name="context">The folder, absolute.</param>
    /// <param name="dockerfile">The Dockerfile, absolute, which may have a .dockerignore of its own.</param>
    /// <returns>As <see cref="ContextWalk.Of"/> gives them.</returns>
    public IReadOnlyList<string> Of(string context, string dockerfile)
    {
        if (!_known.TryGetValue((context, dockerfile), out var files))
        {
            var ignore = ContextIgnore.Read(context, dockerfile);
            _known[(context, dockerfile)] = files = ContextWalk.Of(context, ignore.Ignores, leavesOut: !ignore.HasExceptions);
        }

        return files;
    }
}
