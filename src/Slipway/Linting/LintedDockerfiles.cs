using Slipway.Commands;
using Slipway.Dockerfiles.Linting;
using Slipway.Findings.Sources;

namespace Slipway.Linting;

/// <summary>The Dockerfiles of an application.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="commands">The seam to shellcheck.</param>
/// <param name="history">What git knows.</param>
internal sealed class LintedDockerfiles(LintOptions options, ICommandRunner commands, GitHistory history)
{
    /// <summary>Reads them.</summary>
    /// <param name="places">Where they are.</param>
    /// <param name="hasMigrationJob">Whether a service of the application migrates in place of a Dockerfile's start.</param>
    /// <param name="problems">Receives what can't be read and is left out for that.</param>
    /// <returns>The files, in the order of their paths.</returns>
    public IReadOnlyList<LintedDockerfile> Find(IReadOnlyList<DockerfilePlace> places, Func<DockerfilePlace, bool> hasMigrationJob, List<string> problems)
    {
        var settings = Settings(problems);
        var contexts = new ContextReader(options.Start, history);
        var users = places.CountBy(p => p.Context).ToDictionary(StringComparer.Ordinal);
        var files = places.Select(p => (Place: p, Source: Read(p.File, problems)!)).Where(f => f.Source is not null).ToList();
        var shellCheck = new ShellCheckProgram(commands, settings);
        var found = new Lazy<ILookup<SourceText, Findings.Finding>>(() => shellCheck.Check([.. files.Select(f => f.Source)]));
        List<LintedDockerfile> dockerfiles =
        [
            .. files.Select(f => new LintedDockerfile(
                f.Place,
                f.Source,
                settings,
                () => contexts.Read(f.Place, users[f.Place.Context] == 1) with { HasMigrationJob = () => hasMigrationJob(f.Place) },
                () => options.ShellCheck ? [.. found.Value[f.Source]] : [])),
        ];

        // Other programs are waited for, so they begin before they are needed. Whoever needs the answer sees the error, if any.
        if (options.ShellCheck)
        {
            _ = Task.Run(() => found.Value);
        }

        _ = Task.Run(() => dockerfiles.FirstOrDefault()?.Build);
        return dockerfiles;
    }

    private SourceText? Read(string file, List<string> problems)
    {
        var shown = ShownPath.Of(file, options.Start);
        try
        {
            return SourceText.From(shown, File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{shown}: {e.Message}");
            return null;
        }
    }

    private LintSettings Settings(List<string> problems)
    {
        var file = new[] { options.Folder, options.Start }.SelectMany(f => HadolintFile.Names.Select(n => Path.Combine(f, n))).FirstOrDefault(File.Exists);
        if (file is null)
        {
            return new();
        }

        var settings = HadolintFile.Read(File.ReadAllText(file), out var problem);
        if (problem is not null)
        {
            problems.Add($"{ShownPath.Of(file, options.Start)}:{problem}");
        }

        return settings;
    }
}
