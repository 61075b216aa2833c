namespace Slipway.Compose.Drafts;

/// <summary>The files of build contexts that belong to the application itself.</summary>
/// <param name="facts">What is known of the application.</param>
internal sealed class ContextFiles(ApplicationFacts facts)
{
    private static readonly string[] Foreign = ["node_modules", "vendor", ".venv", "venv", "site-packages", "tests", "test", "examples", "docs", ".git",
        "dist", "testdata"];

    private readonly Dictionary<string, IReadOnlyList<string>> _files = new(StringComparer.Ordinal);

    /// <summary>Those in a context, relative to it.</summary>
    public IReadOnlyList<string> In(string context)
    {
        if (!_files.TryGetValue(context, out var files))
        {
            files = [.. facts.ListFiles(context).Where(f => !f.Split('/').Any(Foreign.Contains))];
            _files[context] = files;
        }

        return files;
    }

    /// <summary>Those that the Dockerfile of a service copies; all of them where that can't be told.</summary>
    public IReadOnlyList<string> CopiedBy(string service, string context)
    {
        var sources = (facts.Sources(service) ?? facts.Copies(service).Where(c => c is { IsFromStage: false, Text: null }).Select(c => c.Source))
            .Select(Bare).ToList();
        return sources.Count == 0 || sources.Any(s => s.Length == 0 || s.Contains('*', StringComparison.Ordinal) || s.Contains('$', StringComparison.Ordinal))
            ? In(context)
            : [.. In(context).Where(f => sources.Exists(s => f == s || f.StartsWith(s + "/", StringComparison.Ordinal)))];
    }

    private static string Bare(string source) => source.Trim('/') is var bare && bare.StartsWith("./", StringComparison.Ordinal) ? bare[2..]
        : bare == "." ? "" : bare;
}
