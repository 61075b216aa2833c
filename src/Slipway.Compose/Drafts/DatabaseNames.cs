using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>Finds out which databases of a PostgreSQL server the application uses, from the addresses that its services are given.</summary>
internal static partial class DatabaseNames
{
    private static readonly string[] Hosts =
        ["PGHOST", "POSTGRES_HOST", "DB_HOST", "DATABASE_HOST", "POSTGRESQL_HOST", "DB_SERVER", "POSTGRES_SERVER", "DB_HOSTNAME"];

    private static readonly string[] Names =
        ["PGDATABASE", "POSTGRES_DB", "DB_NAME", "DB_DATABASE", "DATABASE_NAME", "POSTGRES_DATABASE", "POSTGRESQL_DATABASE", "DB_DATABASE_NAME"];

    /// <summary>The names, each once.</summary>
    /// <param name="server">The service that is the server.</param>
    public static IReadOnlyList<string> Of(ComposeModel model, ComposeService server) => [.. model.Services
        .Where(s => s != server)
        .SelectMany(s => In(s, server))
        .Where(n => n.Length > 0 && !n.Contains('$', StringComparison.Ordinal))
        .Distinct()];

    /// <summary>Whether the application's database seems to be another server than any of its own.</summary>
    public static bool IsElsewhere(ComposeModel model, IReadOnlyCollection<string> servers) =>
        model.Services.SelectMany(Addresses).ToList() is { Count: > 0 } hosts && !hosts.Exists(servers.Contains);

    private static IEnumerable<string> Addresses(ComposeService service) =>
        from name in service.Environment.Names
        where name.Contains("DATABASE", StringComparison.OrdinalIgnoreCase) || name.Contains("DB", StringComparison.Ordinal)
        let address = Address().Match(service.Environment.TryGet(name, out var value) ? value : "")
        where address.Success
        select address.Groups["host"].Value;

    private static IEnumerable<string> In(ComposeService service, ComposeService server)
    {
        string[] known = [server.Name, .. server.Networks.SelectMany(n => n.Aliases).Append(server.ContainerName).Append(server.Hostname).OfType<string>()];
        foreach (var name in service.Environment.Names)
        {
            if (service.Environment.TryGet(name, out var value) && Address().Match(value) is { Success: true } address
                && address.Groups["scheme"].Value.StartsWith("postgres", StringComparison.Ordinal) && known.Contains(address.Groups["host"].Value))
            {
                yield return address.Groups["name"].Value;
            }
        }

        if (Hosts.Any(h => service.Environment.TryGet(h, out var host) && known.Contains(host.Split(':')[0])))
        {
            foreach (var name in Names)
            {
                if (service.Environment.TryGet(name, out var value))
                {
                    yield return value;
                }
            }
        }
    }

    [GeneratedRegex(
        @"^(?:jdbc:)?(?<scheme>postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|mongodb)(?:\+[a-z0-9]+)?://(?:[^@/]*@)?"
        + @"(?<host>[^:/?@]+)(?![^/]*@)(?::[0-9]+)?(?:/(?<name>[^?/\s]*))?",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
