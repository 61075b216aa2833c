using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Slipway.Compose.Drafts;

/// <summary>Looks into the build contexts for the tool that migrates the schema.</summary>
internal sealed partial class MigrationGuesser(ComposeModel model, ApplicationFacts facts, ImmutableArray<ServiceGuess> guesses)
{
    private static readonly (string File, string Tool)[] Others =
    [
        ("manage.py", "Django"), ("prisma/schema.prisma", "Prisma"), ("bin/rails", "Rails"), ("artisan", "Laravel"), ("flyway.conf", "Flyway"),
        ("flyway.toml", "Flyway"), ("liquibase.properties", "Liquibase"), ("knexfile.js", "Knex"), (".sequelizerc", "Sequelize"),
    ];

    /// <summary>The service with alembic's revisions, and their folder relative to the application's.</summary>
    public (string Service, string Folder)? Alembic()
    {
        foreach (var (name, context) in Contexts())
        {
            if (facts.ReadFile(Join(context, "alembic.ini")) is not { } settings || ScriptLocation().Match(settings) is not { Success: true } location)
            {
                continue;
            }

            var folder = Join(context, location.Groups["path"].Value.Trim().Replace("%(here)s/", "", StringComparison.Ordinal) + "/versions");
            if (facts.HasFolder(folder))
            {
                return (name, folder);
            }
        }

        return null;
    }

    /// <summary>A tool that Slipway doesn't run.</summary>
    public (string Service, string Tool, string File)? Other()
    {
        foreach (var (name, context) in Contexts())
        {
            if (Others.FirstOrDefault(o => facts.ReadFile(Join(context, o.File)) is not null) is { Tool: not null } found)
            {
                return (name, found.Tool, Join(context, found.File));
            }
        }

        return null;
    }

    private IEnumerable<(string Service, string Context)> Contexts() =>
        from guess in guesses
        where guess.Strategy is "blue-green" or "handoff"
        let build = model.Find(guess.Service)?.Build
        where build is not null
        select (guess.Service, build.Context);

    private static string Join(string context, string path)
    {
        var folder = context.TrimEnd('/');
        if (folder.StartsWith("./", StringComparison.Ordinal))
        {
            folder = folder[2..];
        }

        return folder is "." or "" ? path : $"{folder}/{path}";
    }

    [GeneratedRegex(@"^\s*script_location\s*=\s*(?<path>\S+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex ScriptLocation();
}
