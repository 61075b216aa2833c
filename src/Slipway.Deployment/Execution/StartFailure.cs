using Slipway.Engine.Api;

namespace Slipway.Deployment.Execution;

/// <summary>Finds in what docker prints that a container was made but could not be started.</summary>
internal static class StartFailure
{
    private const string FromEngine = "Error response from daemon: ";

    // What the engine says when the program, or what it needs, is not in the container (moby, daemon/errors.go and containerd's shim).
    private static readonly string[] Signs = ["failed to create task for container", "failed to create shim task", "OCI runtime create failed"];

    /// <summary>Finds it.</summary>
    /// <param name="lines">The last lines of its standard error.</param>
    /// <returns>The engine's sentence; null when something else went wrong.</returns>
    public static string? In(IEnumerable<string> lines) =>
        lines.FirstOrDefault(l => l.StartsWith(FromEngine, StringComparison.Ordinal) && Signs.Any(s => l.Contains(s, StringComparison.Ordinal))) is { } line
            ? EngineSentence.In(line[FromEngine.Length..])
            : null;
}
