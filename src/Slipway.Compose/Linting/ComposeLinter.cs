using Slipway.Compose.Files;
using Slipway.Compose.Projects;
using Slipway.Compose.Rules;
using Slipway.Compose.Rules.Migrations;
using Slipway.Compose.Surroundings;
using Slipway.Findings;
using Slipway.Findings.Fixing;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Linting;

/// <summary>Looks at compose files with all rules, and mends them. Neither compose nor an engine is needed.</summary>
/// <param name="around">What is known around the files.</param>
public sealed class ComposeLinter(ComposeSurroundings around)
{
    private readonly Lazy<ComposeProject> _project = new(() => new(around.Files, around.Variable));

    private static readonly RuleInfo Unreadable = new(
        "SLC001", Severity.Error, "Write what compose accepts", "Compose stops here, and nothing of the application starts.",
        "only its author knows what was meant");

    /// <summary>All rules, in the order of their codes.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } =
        [.. RuleList.All.Select(r => r.Info).Append(Unreadable).OrderBy(i => i.Code, StringComparer.Ordinal)];

    /// <summary>Looks at a file.</summary>
    /// <param name="source">The file. Of the surroundings' files it takes the place of the one with its path.</param>
    /// <returns>What was found in this file, in its order; bad input is a finding.</returns>
    public IReadOnlyList<Finding> Lint(SourceText source)
    {
        var (file, project) = Read(source);
        if (file.Problem is { } problem)
        {
            return [Finding.At(Unreadable, source, Place(source, problem), problem.Message + (problem.Remedy.Length == 0 ? "" : $"; {problem.Remedy}"))];
        }

        var context = new ComposeLintContext(file, project, around);
        var isSilenced = Pragmas.Of(source);
        return
        [
            .. RuleList.All.SelectMany(r => r.Check(context))
                .Where(f => f.File == source.Path && !isSilenced(f))
                // What services share is looked at for each of them.
                .DistinctBy(f => (f.Rule.Code, f.Span))
                .OrderBy(f => f.Span.Start)
                .ThenBy(f => f.Rule.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>Mends a file as far as safety can be shown.</summary>
    /// <param name="source">The file.</param>
    /// <returns>What came of it. Nothing is written.</returns>
    public FixOutcome Fix(SourceText source) => new Fixer(Lint).Run(source);

    /// <summary>The services whose images migrate when they start, and whether a job of the application does that in their place.</summary>
    /// <param name="sources">The files as they are or are to be; others stay as they are.</param>
    /// <returns>The services; one with a job waits for a service that runs the same migration.</returns>
    public IReadOnlyList<(string Service, bool HasJob)> MigratingStarts(IReadOnlyList<SourceText> sources)
    {
        var files = around.Files.Select(f => sources.FirstOrDefault(s => s.Path == f.Source.Path) is { } text ? f.With(text) : f).ToList();
        if (files.Count == 0)
        {
            return [];
        }

        var context = new ComposeLintContext(files[0], new(files, around.Variable), around);
        return
        [
            .. context.Project.Services
                .Select(s => (Service: s, Start: MigrationStart.Of(s, context)))
                .Where(f => f.Start is { Place: null })
                .Select(f => (f.Service.Name, f.Start!.Job(context.Project, f.Service) is { } job && WaitsFor(f.Service, job))),
        ];
    }

    private static bool WaitsFor(ProjectService service, ProjectService job) =>
        service.All("depends_on").Any(h => h.Value.Get(job.Name) is not null || h.Value.Items.Any(i => i.Text == job.Name));

    private (ComposeFile File, ComposeProject Project) Read(SourceText source)
    {
        var known = around.Files.FirstOrDefault(f => f.Source.Path == source.Path);
        if (known is not null && ReferenceEquals(known.Source, source))
        {
            return (known, _project.Value);
        }

        var file = known?.With(source) ?? new ComposeFile(source);
        return (file, new([.. around.Files.Select(o => o == known ? file : o), .. known is null ? [file] : (ComposeFile[])[]], around.Variable));
    }

    private static TextSpan Place(SourceText source, ComposeProblem problem)
    {
        var place = problem.Place.Split(':');
        if (place.Length < 3 || !int.TryParse(place[^2], out var line) || !int.TryParse(place[^1], out var column))
        {
            return new(0, 0);
        }

        return line > source.LineCount ? new(source.Text.Length, 0) : new(Math.Min(source.LineSpan(line).Start + column - 1, source.Text.Length), 0);
    }
}
