using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Engine.Commands;
using Slipway.Findings.Sources;
using Slipway.Linting.History;
using Slipway.Linting.Options;

namespace Slipway.Linting.Files;

/// <summary>The Dockerfiles of an application.</summary>
/// <param name="options">What the user asks for.</param>
/// <param name="commands">The seam to shellcheck.</param>
/// <param name="history">What git knows.</param>
internal sealed class LintedDockerfiles(LintOptions options, ICommandRunner commands, GitHistory history)
{
    /// <summary>Reads them.</summary>
    /// <param name="places">Where they are.</param>
    /// <param name="settings">How severe what is.</param>
    /// <param name="hasMigrationJob">Whether a service of the application migrates in place of a Dockerfile's start.</param>
    /// <param name="problems">Receives what can't be read and is left out for that.</param>
    /// <returns>The files, in the order of their paths.</returns>
    public IReadOnlyList<LintedDockerfile> Find(
        IReadOnlyList<DockerfilePlace> places, LintSettings settings, Func<DockerfilePlace, bool> hasMigrationJob, List<string> problems)
    {
        var contexts = new ContextReader(options.Start, history);
        var users = places.CountBy(p => p.Context).ToDictionary(StringComparer.Ordinal);
        var files = places.Select(p => (Place: p, Source: Read(p.File, problems)!)).Where(f => f.Source is not null).ToList();
        var shellCheck = new ShellCheckProgram(commands, settings);
        var found = new Lazy<Task<ILookup<SourceText, Findings.Finding>>>(() => Task.Run(() => shellCheck.CheckAsync([.. files.Select(f => f.Source)])));
        List<LintedDockerfile> dockerfiles =
        [
            .. files.Select(file => new LintedDockerfile(
                file.Place,
                file.Source,
                settings,
                () => contexts.Read(file.Place, users[file.Place.Context] == 1) with { HasMigrationJob = () => hasMigrationJob(file.Place) },
                () => options.ShellCheck ? [.. found.Value.GetAwaiter().GetResult()[file.Source]] : [])),
        ];

        // Other programs are waited for, so they begin before they are needed, and without a thread that waits: the pool has few,
        // and the files' own take them. Whoever needs the answer sees the error, if any.
        if (options.ShellCheck)
        {
            _ = found.Value;
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

    /// <summary>Reads hadolint's configuration, which is how severe what is.</summary>
    /// <param name="problems">Receives why it can't be read.</param>
    public LintSettings Settings(List<string> problems)
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
