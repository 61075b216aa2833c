using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.StartUp;

/// <summary>Tells which commands change a database's schema.</summary>
internal static class MigrationCalls
{
    private static readonly string[] OtherScripts = ["create", "generate", "status", "revert", "rollback", "down", "check", "list", "new", "make"];
    private static readonly string[] GolangMigrate = ["path", "source", "database"];

    /// <summary>The tool whose migrations a command applies, or null.</summary>
    public static string? Of(ShellCommand command)
    {
        if (command.HasOption("help", "check", "plan", "dry-run", "sql", "list", "pretend"))
        {
            return null;
        }

        var words = command.Words.Select(w => w.Text).ToList();
        return Python(command, words) ?? Java(command, words) ?? Node(command, words) ?? Ruby(command, words) ?? Other(command, words);
    }

    private static string? Python(ShellCommand command, List<string> words)
    {
        if (command.Name == "alembic" && Has(words, "upgrade") || IsModule(command, words, "alembic") && Has(words, "upgrade"))
        {
            return "alembic";
        }

        if (command.Name == "flask" && Follows(words, "db", "upgrade") || IsModule(command, words, "flask") && Follows(words, "db", "upgrade"))
        {
            return "Flask-Migrate";
        }

        if (words.Exists(w => Name(w) is "manage.py" or "django-admin" or "django-admin.py" or "manage")
            && AfterManage(words) is "migrate" or "migrate_schemas")
        {
            return "Django";
        }

        if (IsModule(command, words, "django") && Has(words, "migrate"))
        {
            return "Django";
        }

        if (command.Name is "superset" or "airflow" or "mlflow" && words.Exists(w => w is "db") && words.Exists(w => w is "upgrade" or "migrate"))
        {
            return command.Name;
        }

        if (command.Name == "aerich" && Has(words, "upgrade"))
        {
            return "aerich";
        }

        if (command.Name == "yoyo" && Has(words, "apply"))
        {
            return "yoyo";
        }

        return command.Name == "piccolo" && Follows(words, "migrations", "forwards") ? "piccolo" : null;
    }

    private static string? Java(ShellCommand command, List<string> words)
    {
        if (command.Name == "flyway" && Has(words, "migrate") || Has(words, "flyway:migrate") || Has(words, "flywayMigrate"))
        {
            return "Flyway";
        }

        if (command.Name == "liquibase" && words.Exists(w => w is "update" or "updateSQL" or "update-to-tag" or "update-count")
            || Has(words, "liquibase:update"))
        {
            return "Liquibase";
        }

        if (command.Name == "dotnet" && Follows(words, "ef", "database") && Has(words, "update")
            || command.Name == "dotnet-ef" && Follows(words, "database", "update"))
        {
            return "EF Core";
        }

        return command.Name is "efbundle" or "efbundle.exe" ? "EF Core" : null;
    }

    private static string? Node(ShellCommand command, List<string> words)
    {
        // yarn prisma migrate deploy: what is no script of package.json is a program.
        var isRun = command.Name is "yarn" or "pnpm" or "bun" && words.Count > 2;
        if (NodeTool(isRun ? words[1] : command.Name, isRun ? words[1..] : words) is { } tool)
        {
            return tool;
        }

        var script = NpmScripts.NameOf(command)?.ToLowerInvariant();
        return script is not null && script.Contains("migrat", StringComparison.Ordinal)
            && !OtherScripts.Any(w => script.Contains(w, StringComparison.Ordinal)) ? $"{command.Name} {script}" : null;
    }

    private static string? NodeTool(string name, List<string> words)
    {
        if (name == "prisma" && (Follows(words, "migrate", "deploy") || Follows(words, "migrate", "dev") || Follows(words, "db", "push")))
        {
            return "Prisma";
        }

        if (name == "knex" && words.Exists(w => w is "migrate:latest" or "migrate:up"))
        {
            return "Knex";
        }

        if (name is "sequelize" or "sequelize-cli" && Has(words, "db:migrate"))
        {
            return "Sequelize";
        }

        if (name is "typeorm" or "typeorm-ts-node-commonjs" or "typeorm-ts-node-esm" && Has(words, "migration:run"))
        {
            return "TypeORM";
        }

        if (name == "directus" && words.Exists(w => w is "bootstrap" or "migrate:latest"))
        {
            return "Directus";
        }

        if (name == "drizzle-kit" && words.Exists(w => w is "migrate" or "push"))
        {
            return "Drizzle";
        }

        if (name is "mikro-orm" && Has(words, "migration:up"))
        {
            return "MikroORM";
        }

        if (name is "node-pg-migrate" or "db-migrate" or "migrate-mongo" && Has(words, "up"))
        {
            return name;
        }

        return name == "node" && words.Exists(w => Name(w) is "ace" or "ace.js") && Has(words, "migration:run") ? "Lucid" : null;
    }

    private static string? Ruby(ShellCommand command, List<string> words) =>
        command.Name is "rails" or "rake" or "hanami"
            && words.Exists(w => w is "db:migrate" or "db:prepare" or "db:setup" or "db:schema:load" or "db:migrate:primary")
        || (command.Name == "hanami" && Follows(words, "db", "migrate")) ? "Rails" : null;

    private static bool NamesSource(string word) =>
        GolangMigrate.Any(o => word.TrimStart('-').StartsWith(o, StringComparison.Ordinal));

    private static string? Other(ShellCommand command, List<string> words) => command.Name switch
    {
        "migrate" when words.Exists(w => w is "up" or "goto") && words.Exists(NamesSource) => "golang-migrate",
        "goose" when words.Exists(w => w is "up" or "up-to" or "up-by-one") => "goose",
        "dbmate" when words.Exists(w => w is "up" or "migrate") => "dbmate",
        "atlas" when Follows(words, "migrate", "apply") || Follows(words, "schema", "apply") => "Atlas",
        "sqlx" when Follows(words, "migrate", "run") => "sqlx",
        "diesel" when Follows(words, "migration", "run") || Follows(words, "database", "setup") || Has(words, "setup") => "Diesel",
        "strapi" when Has(words, "start") => "Strapi",
        "start-from-init" or "start-from-setup" => "Zitadel",
        "zitadel" when words.Exists(w => w is "start-from-init" or "start-from-setup" or "setup") => "Zitadel",
        "sea-orm-cli" when Follows(words, "migrate", "up") => "SeaORM",
        "tern" when Has(words, "migrate") => "tern",
        "php" or "artisan" or "console" when words.Exists(w => Name(w) == "artisan") && words.Exists(w => w is "migrate" or "migrate:fresh") => "Laravel",
        "php" or "yii" when words.Exists(w => Name(w) == "yii") && words.Exists(w => w is "migrate" or "migrate/up") => "Yii",
        "sqitch" when Has(words, "deploy") => "Sqitch",
        "litestar" when Follows(words, "database", "upgrade") => "Advanced Alchemy",
        "cargo" when Follows(words, "sqlx", "migrate") && Has(words, "run") => "sqlx",
        "phinx" when Has(words, "migrate") => "Phinx",
        "mix" when words.Exists(w => w is "ecto.migrate" or "ecto.setup") => "Ecto",
        "skeema" when Has(words, "push") => "skeema",
        "grate" => "grate",
        "supabase" when Follows(words, "db", "push") => "Supabase",
        "temporal-sql-tool" or "temporal-cassandra-tool" when words.Exists(w => w is "update-schema" or "setup-schema") => "Temporal",
        "make" when words.Exists(w => w is "migrate" or "migrations" or "migrate-up" or "db-migrate") => "make",
        _ when Php(words) is { } application => application,
        _ when words.Count > 2 && words[1] == "eval" && words[2].Contains("Release.migrate", StringComparison.Ordinal) => "Ecto",
        _ => null,
    };

    // Scripts of PHP stand for themselves, or are given to php.
    private static string? Php(List<string> words)
    {
        var commands = words.Where(w => !w.StartsWith('-')).Select(Name).SkipWhile(w => w is "php").Take(3).ToList();
        return commands switch
        {
            ["console", "doctrine:migrations:migrate" or "d:m:m" or "doctrine:schema:update", ..] => "Doctrine",
            ["console", "system:update:finish" or "database:migrate", ..] => "Shopware",
            ["doctrine-migrations", "migrate" or "migrations:migrate", ..] => "Doctrine",
            ["drush", "updatedb" or "updb" or "deploy", ..] => "Drupal",
            ["magento", "setup:upgrade", ..] => "Magento",
            ["occ", "upgrade", ..] => "Nextcloud",
            ["wp", "core", "update-db"] => "WordPress",
            ["typo3", "database:updateschema" or "upgrade:run", ..] => "TYPO3",
            ["joomla.php", "database:update", ..] => "Joomla",
            ["spark", "migrate", ..] => "CodeIgniter",
            ["cake", "migrations", "migrate"] => "CakePHP",
            _ => null,
        };
    }

    private static bool IsModule(ShellCommand command, List<string> words, string module) =>
        command.Name.StartsWith("python", StringComparison.Ordinal) && Follows(words, "-m", module);

    private static string? AfterManage(List<string> words) =>
        words.SkipWhile(w => Name(w) is not ("manage.py" or "django-admin" or "django-admin.py" or "manage")).Skip(1).FirstOrDefault(w => !w.StartsWith('-'));

    private static bool Has(List<string> words, string word) => words.IndexOf(word) > 0;

    private static bool Follows(List<string> words, string first, string second)
    {
        var index = words.IndexOf(first);
        return index > 0 && words.Skip(index + 1).FirstOrDefault(w => !w.StartsWith('-')) == second;
    }

    private static string Name(string word) => word[(word.LastIndexOf('/') + 1)..];
}
