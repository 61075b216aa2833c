using System.Text.RegularExpressions;

namespace Slipway.Compose.Drafts;

/// <summary>Knows the files by which migration tools are set up, and those that a program migrates by when it starts.</summary>
internal static class MigrationFiles
{
    private const int Most = 200;

    private static readonly (string Path, string Tool, string Content)[] Known =
    [
        ("^manage\\.py$", "Django", "django"), ("(^|/)(prisma/)?schema\\.prisma$", "Prisma", ""), ("(^|/)bin/rails$", "Rails", ""),
        ("(^|/)artisan$", "Laravel", ""),
        ("(^|/)flyway\\.(conf|toml)$", "Flyway", ""), ("(^|/)liquibase\\.properties$", "Liquibase", ""), ("(^|/)knexfile\\.[cm]?[jt]s$", "Knex", ""),
        ("(^|/)\\.sequelizerc$", "Sequelize", ""), ("(^|/)drizzle\\.config\\.[cm]?[jt]s$", "Drizzle", ""), ("(^|/)ormconfig\\.json$", "TypeORM", ""),
        ("(^|/)phinx\\.(php|ya?ml|json)$", "Phinx", ""), ("(^|/)diesel\\.toml$", "Diesel", ""), ("(^|/)atlas\\.hcl$", "Atlas", ""),
        ("(^|/)dbmate\\.yml$", "dbmate", ""),
        ("(^|/)sqitch\\.conf$", "Sqitch", ""), ("(^|/)mikro-orm\\.config\\.[jt]s$", "MikroORM", ""), ("(^|/)manage\\.py$", "Django", "django"),
        ("(^|/)priv/repo/migrations/.+\\.exs$", "Ecto", ""), ("(^|/)doctrine_migrations\\.ya?ml$", "Doctrine", ""),
        ("(^|/)migrations/Version\\d+\\.php$", "Doctrine", ""),
        ("(^|/)pyproject\\.toml$", "aerich", "\\[tool\\.aerich\\]"), ("(^|/)migrations/.+\\.sql$", "dbmate", "--\\s*migrate:up"),
        ("(^|/)migrations/.+\\.(sql|go)$", "goose", "\\+goose Up|goose\\.Add"), ("(^|/)supabase/migrations/.+\\.sql$", "Supabase", ""),
        ("(^|/)hasura/migrations/.+", "Hasura", ""), ("(^|/)payload\\.config\\.[jt]s$", "Payload", ""),
        ("(^|/)src/main/resources/db/migration/.+\\.(sql|java)$", "Flyway, at the start of the program", ""),
        ("(^|/)src/main/resources/db/changelog/.+", "Liquibase, at the start of the program", ""),
        ("(^|/)(pom\\.xml|build\\.gradle(\\.kts)?|libs\\.versions\\.toml)$", "Flyway, at the start of the program",
            "flyway-(core|database|mysql|sqlserver)|(quarkus|micronaut)-flyway"),
        ("(^|/)(pom\\.xml|build\\.gradle(\\.kts)?|libs\\.versions\\.toml)$", "Liquibase, at the start of the program",
            "liquibase-core|(quarkus|micronaut)-liquibase"),
        ("ModelSnapshot\\.cs$", "EF Core", ""), ("\\.rs$", "sqlx, at the start of the program", "(sqlx::)?migrate!\\s*\\("),
        ("\\.rs$", "refinery, at the start of the program", "embed_migrations!"), ("(^|/)migration/src/lib\\.rs$", "SeaORM", ""),
        ("(^|/)go\\.mod$", "goose", "pressly/goose"), ("(^|/)go\\.mod$", "golang-migrate", "golang-migrate/migrate"),
        ("\\.go$", "GORM, at the start of the program", "\\.AutoMigrate\\("),
        ("data-?source\\.[jt]s$", "TypeORM", "migrations"), ("\\.module\\.ts$", "TypeORM, at the start of the program", "migrationsRun\\s*:\\s*true"),
        ("(^|/)package\\.json$", "a script of package.json", "\"(pre)?start[^\"]*\"\\s*:\\s*\"[^\"]*(migrat|db:push)"),
        ("(^|/)Procfile$", "the release of its Procfile", "(?m)^release:.*migrat"), ("supervisor[^/]*\\.conf$", "supervisord", "(?m)^command\\s*=.*migrat"),
        ("(^|/)cont-init\\.d/[^/]*migrat[^/]*$", "its s6 scripts", ""), ("(^|/)uwsgi\\.ini$", "uWSGI", "(?m)^hook-.*migrat"),
        ("(^|/)gunicorn\\.conf\\.py$", "Gunicorn", "migrat"), ("(^|/)migrations/(\\d+|V\\d+)[^/]*\\.sql$", "SQL files", ""),
    ];

    /// <summary>What is found in a build context, the first that is known best.</summary>
    /// <param name="files">The files in the context.</param>
    /// <param name="read">Reads one, by its path relative to the application's folder.</param>
    public static IEnumerable<(string Tool, string? File)> In(string context, IReadOnlyList<string> files, Func<string, string?> read)
    {
        // What a listing may leave out is asked for by its name.
        IReadOnlyList<string> all = [.. files.Append("manage.py").Append("artisan").Append("bin/rails").Distinct().OrderBy(f => f.Count(c => c == '/'))];
        foreach (var (path, tool, content) in Known)
        {
            var name = new Regex(path, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            var inside = new Regex(content, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            var found = all.Where(f => name.IsMatch(f)).Take(Most).Select(f => ContextPath.Join(context, f))
                .FirstOrDefault(f => read(f) is { } text && inside.IsMatch(text));
            if (found is not null)
            {
                yield return (tool, found);
            }
        }
    }
}
