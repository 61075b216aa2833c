namespace Slipway.Deployment.Images;

/// <summary>Finds in what docker prints that a registry answered and has no such image for this user: asking again gives the same answer.</summary>
internal static class RegistryRefusal
{
    // Who says it: the engine to a pull, BuildKit of a base image. What a build's own commands print is not a registry's answer.
    private static readonly string[] Speakers = ["Error response from daemon: ", "failed to resolve source metadata for "];

    // What registries answer (OCI distribution specification, error codes) and what the engine makes of it.
    private static readonly (string Sign, string Remedy)[] Signs =
    [
        ("manifest unknown", "is the tag right, and has it been pushed?"),
        ("no matching manifest", "is the image built for this engine's platform?"),
        ("pull access denied", "is the name right? A private registry needs: docker login"),
        ("repository does not exist", "is the name right?"),
        ("name unknown", "is the name right, and has it been pushed?"),
        (": not found", "is the name right, and has it been pushed?"),
        ("unauthorized:", "try: docker login"),
        ("no basic auth credentials", "try: docker login"),
    ];

    /// <summary>Finds it.</summary>
    /// <param name="lines">The last lines of its standard error.</param>
    /// <returns>The registry's sentence, and what may help; null when something else went wrong.</returns>
    public static (string Sentence, string Remedy)? In(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var starts = Speakers.Select(s => line.IndexOf(s, StringComparison.Ordinal)).Where(i => i >= 0).ToList();
            if (starts.Count > 0 && Signs.FirstOrDefault(s => line.Contains(s.Sign, StringComparison.OrdinalIgnoreCase)) is { Sign: not null } sign)
            {
                return (line[starts.Min()..].Trim(), sign.Remedy);
            }
        }

        return null;
    }
}
