using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Finds SQLite and other databases in files that only the application's own settings and sources tell of.</summary>
/// <param name="facts">What is known of the application.</param>
internal sealed partial class SqliteSources(ApplicationFacts facts)
{
    private const int LongestFile = 256 * 1024;
    private const int MostSources = 300;

    /// <summary>Settings of frameworks, and what in them says so.</summary>
    private static readonly (string Path, string Content)[] Known =
    [
        (@"(^|/)settings([^/]*|/[^/]+)\.py$", @"backends\.sqlite3"), (@"\.prisma$", @"provider\s*=\s*""sqlite"""),
        (@"(^|/)drizzle\.config\.[cm]?[jt]s$", @"(dialect|driver)\s*:\s*['""](sqlite|better-sqlite)"),
        (@"(^|/)appsettings(\.Production)?\.json$", @"Data ?Source=[^;""]*\.(db3?|sqlite3?)\b|Filename=[^;""]*\.(db3?|sqlite3?)\b"),
        (@"(^|/)application(-prod\w*)?\.(properties|ya?ml)$", @"jdbc:(sqlite:|h2:(file:|\.|~|/)|hsqldb:file:|derby:(?!//|memory))"),
        (@"(^|/)(ormconfig\.json|knexfile\.[cm]?[jt]s|[^/]*data-?source\.[jt]s)$", @"['""](better-)?sqlite3?['""]"),
        (@"(^|/)\.env$", @"(?m)^(DB_CONNECTION|DATABASE_CLIENT|DB_CLIENT)=""?(better-)?sqlite|^DATABASE_URL=""?(file|sqlite3?):"),
    ];

    private static readonly string[] Languages = [".py", ".js", ".ts", ".mjs", ".cjs", ".go", ".cs", ".rb", ".rs", ".php", ".java", ".kt"];

    /// <summary>The file that says so, as it is shown; null when none does, or when it tells of another database too.</summary>
    public string? Of(ComposeService service)
    {
        if (service.Build is not { } build)
        {
            return null;
        }

        var files = new ContextFiles(facts).CopiedBy(service.Name, build.Context).Where(f => !Aside().IsMatch(f)).ToList();
        return (Rails(files, build.Context) ?? Laravel(service, files, build.Context) ?? InSettings(files, build.Context) ?? InSources(files, build.Context))
            is { } file ? facts.Shown(ContextPath.Join(build.Context, file)) : null;
    }

    private string? InSettings(List<string> files, string context)
    {
        foreach (var (path, content) in Known)
        {
            var (name, inside) = (Pattern(path), Pattern(content));
            if (files.Where(f => name.IsMatch(f))
                .FirstOrDefault(f => Read(context, f) is { } text && inside.IsMatch(text) && !Other().IsMatch(text)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private string? InSources(List<string> files, string context) => files
        .Where(f => Languages.Contains(Path.GetExtension(f)))
        .OrderBy(f => f.Count(c => c == '/'))
        .Take(MostSources)
        .FirstOrDefault(f => Read(context, f) is { } text && Source().IsMatch(text) && !Other().IsMatch(text));

    /// <summary>Of the environments of Rails only that of production counts.</summary>
    private string? Rails(List<string> files, string context) => files.FirstOrDefault(path => path == "config/database.yml"
        || path.EndsWith("/config/database.yml", StringComparison.Ordinal)) is { } file && Read(context, file) is { } text
        && Section(text, "production") is { } production && !Other().IsMatch(production) && (production.Contains("sqlite3", StringComparison.Ordinal)
            || (production.Contains("*default", StringComparison.Ordinal) && Section(text, "default")?.Contains("sqlite3", StringComparison.Ordinal) == true))
        ? file : null;

    // Its configuration names every database that it knows; which one is taken the environment says, else its default.
    private string? Laravel(ComposeService service, List<string> files, string context) => !service.Environment.Names.Contains("DB_CONNECTION")
        && files.FirstOrDefault(f => f.EndsWith("config/database.php", StringComparison.Ordinal)) is { } file && Read(context, file) is { } text
        && LaravelDefault().IsMatch(text) && (files.FirstOrDefault(f => f == ".env") is not { } own || Read(context, own) is not { } values
            || !values.Contains("DB_CONNECTION=", StringComparison.Ordinal)) ? file : null;

    private static string? Section(string text, string name)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').SkipWhile(l => !l.StartsWith(name + ":", StringComparison.Ordinal)).ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines.Take(1).Concat(lines.Skip(1).TakeWhile(l => l.Length == 0 || l[0] is ' ' or '#')));
    }

    private string? Read(string context, string file) => facts.ReadFile(ContextPath.Join(context, file)) is { Length: <= LongestFile } text ? text : null;

    private static Regex Pattern(string text) => new(text, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    [GeneratedRegex(
        @"(^|/)(spec|specs|__tests__|fixtures|bench|benchmarks|scripts|migrations?|alembic|seeds?|e2e)/|[._-](test|spec)s?\.\w+$|(^|/)(test_|conftest)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"sqlite3\.connect\((?!\s*['""]:memory)|aiosqlite\.connect\((?!\s*['""]:memory)|['""]sqlite(\+\w+)?:///(?!:memory)[^'""]"
        + @"|new\s+(Database|DatabaseSync|sqlite3?\.Database)\(\s*[^)]*\.(db3?|sqlite3?)\b|from\s+['""](better-sqlite3|bun:sqlite|node:sqlite)['""]"
        + @"|require\(['""](better-sqlite3|node:sqlite)['""]\)|sql\.Open\(\s*""sqlite3?""|gorm\.io/driver/sqlite|glebarez/sqlite"
        + @"|UseSqlite\(|new\s+SqliteConnection\(|SQLite3::Database\.new|new\s+SQLite3\(|['""]sqlite:(?!:memory)[^'"":]|jdbc:sqlite:(?!:memory)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Source();

    [GeneratedRegex(@"postgres|pgsql|mysql|mariadb|sqlserver|UseNpgsql|psycopg|mongodb|['""]pg['""]", RegexOptions.IgnoreCase)]
    private static partial Regex Other();

    [GeneratedRegex(@"'default'\s*=>\s*env\(\s*'DB_CONNECTION'\s*,\s*'sqlite'", RegexOptions.None)]
    private static partial Regex LaravelDefault();
}
