using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Drafts;

/// <summary>Looks for what migrates the schema: in the build contexts, wherever in them, and in the commands by which services start.</summary>
internal sealed class MigrationGuesser(ComposeModel model, ApplicationFacts facts, ImmutableArray<ServiceGuess> guesses)
{
    private const string Tool = "alembic";

    private readonly AlembicFinder _alembic = new(facts);
    private readonly ContextFiles _files = new(facts);

    /// <summary>The service with alembic's revisions; null also where a job of the application runs them.</summary>
    public AlembicFolders? Alembic() => RunByJobs.Contains(Tool)
        ? null
        : Contexts().Select(c => _alembic.In(c.Service, c.Context, c.Files)).FirstOrDefault(f => f is not null);

    // What a job of the application migrates by is taken care of.
    private HashSet<string> RunByJobs => field ??= guesses.Where(g => g.Strategy == "job")
        .Select(g => model.Find(g.Service)).OfType<ComposeService>()
        .Select(s => Start(s)?.Tool).OfType<string>()
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What else migrates: tools that Slipway doesn't run itself, each service with its tool and where that is seen.</summary>
    public IEnumerable<(string Service, string Tool, string Where)> Other()
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var guess in guesses.Where(g => g.Strategy is not ("stateful" or "job")))
        {
            if (model.Find(guess.Service) is { } service && Start(service) is { } start)
            {
                said.Add(service.Name);
                yield return (service.Name, start.Tool ?? "a command of its own", $"its start runs {start.Command}");
            }
        }

        // One tool in a context that several services are built from is one migration.
        foreach (var (name, context, files) in Contexts().DistinctBy(c => c.Context).Where(c => !said.Contains(c.Service)))
        {
            if (MigrationFiles.In(context, files, facts.ReadFile).FirstOrDefault(f => !RunByJobs.Contains(f.Tool)) is { File: { } file, Tool: var tool })
            {
                yield return (name, tool, facts.Shown(file));
            }
        }
    }

    private MigrationCommand? Start(ComposeService service)
    {
        if (facts.Starts(service) is { } found)
        {
            return found;
        }

        if (service.Image?.Contains("cli-migrations", StringComparison.Ordinal) == true)
        {
            return new("Hasura", "its image's cli-migrations");
        }

        var (entrypoint, command) = facts.StartOf(service);
        return facts.Migrates(command) ?? facts.Migrates(entrypoint) ?? facts.Migrates([.. entrypoint, .. command])
            ?? entrypoint.Concat(command).Select(w => Script(service, w)).OfType<string>().Select(t => facts.Migrates(["sh", "-c", t]))
                .FirstOrDefault(m => m is not null);
    }

    /// <summary>The text of a script in the build context that a word of a start command names.</summary>
    private string? Script(ComposeService service, string word)
    {
        var name = Path.GetFileName(word.Split(' ')[0]);
        return service.Build is { } build && (name.EndsWith(".sh", StringComparison.Ordinal) || name.Contains("entrypoint", StringComparison.Ordinal))
            && _files.In(build.Context).FirstOrDefault(f => Path.GetFileName(f) == name) is { } file
            ? facts.ReadFile(ContextPath.Join(build.Context, file))
            : null;
    }

    private IEnumerable<(string Service, string Context, IReadOnlyList<string> Files)> Contexts() =>
        from guess in guesses
        where guess.Strategy is "blue-green" or "handoff" or "rolling"
        orderby guess.Strategy == "rolling", guess.Strategy != "blue-green"
        let build = model.Find(guess.Service)?.Build
        where build is not null
        select (guess.Service, build.Context, _files.CopiedBy(guess.Service, build.Context));
}
