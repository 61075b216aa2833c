using System.Text.RegularExpressions;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Drafts;

/// <summary>Knows which services others are told to find their data at. Only names are said: an address may hold a password.</summary>
internal sealed partial class DatabaseAddresses(ComposeModel model)
{
    private static readonly (string Scheme, string Program)[] Programs =
    [
        ("postgres", DataSigns.PostgreSql), ("pgsql", DataSigns.PostgreSql), ("mysql", "MySQL"), ("mariadb", "MariaDB"), ("mongodb", "MongoDB"),
        ("sqlserver", "SQL Server"), ("mssql", "SQL Server"), ("redis", "Redis"), ("valkey", "Valkey"), ("amqp", "a message broker"), ("couchdb", "CouchDB"),
        ("clickhouse", "ClickHouse"), ("cassandra", "Cassandra"), ("neo4j", "Neo4j"), ("bolt", "Neo4j"), ("surreal", "SurrealDB"), ("ldap", "a directory"),
    ];

    /// <summary>What a service is for another one, and which says so; null when none says that it is data.</summary>
    public (string Program, string Why)? Of(ComposeService service)
    {
        string[] names = [service.Name, .. service.Networks.SelectMany(n => n.Aliases).Append(service.ContainerName).Append(service.Hostname).OfType<string>()];
        return Tells(service) ? null
            : model.Services.Where(o => o != service)
                .SelectMany(other => Told(other).Where(t => names.Contains(t.Host))
                    .Select(t => ((string, string)?)(t.Program, $"{other.Name} is told that it is {t.Program} ({t.Variable})")))
                .FirstOrDefault();
    }

    /// <summary>Whether a service is told of a database elsewhere.</summary>
    public static bool Tells(ComposeService service) => Told(service).Any(told =>
        told.Program is not ("Redis" or "Valkey" or "a message broker" or "a directory") && told.Host is not ("" or "localhost" or "127.0.0.1"));

    private static IEnumerable<(string Variable, string Host, string Program)> Told(ComposeService service)
    {
        foreach (var variable in service.Environment.Names)
        {
            var value = service.Environment.TryGet(variable, out var text) ? text : "";
            if (Address().Match(value) is { Success: true } address
                && Programs.FirstOrDefault(p => address.Groups["scheme"].Value.StartsWith(p.Scheme, StringComparison.Ordinal)).Program is { } program)
            {
                yield return (variable, address.Groups["host"].Value, program);
            }
            else if (Host().Match(variable) is { Success: true } named && value.Length > 0 && !value.Contains('/', StringComparison.Ordinal))
            {
                var kind = named.Groups["kind"].Value.ToLowerInvariant();
                yield return (variable, value.Split(':')[0], kind is "pg" ? DataSigns.PostgreSql
                    : Programs.FirstOrDefault(p => kind.StartsWith(p.Scheme, StringComparison.Ordinal)).Program ?? "a database");
            }
        }
    }

    [GeneratedRegex(
        @"^(?:jdbc:)?(?<scheme>[a-z][a-z0-9]*)(?:\+[a-z0-9]+)?://(?:[^@/\s]*@)?(?<host>[A-Za-z0-9_.-]+)(?=[:/?;,\s]|$)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"(?:^|_)(?<kind>DB|DATABASE|PG|POSTGRES|POSTGRESQL|MYSQL|MARIADB|MONGO|MONGODB|MSSQL)_?(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
