using System.Text.RegularExpressions;
using Slipway.Compose.Services;
using Slipway.Compose.Text;

namespace Slipway.Compose.Surroundings;

/// <summary>Knows what keeps data by how it is set up, whatever its image is called: by where it mounts its data, its program and its health check.</summary>
internal static partial class DataSigns
{
    /// <summary>What PostgreSQL is called.</summary>
    public const string PostgreSql = "PostgreSQL";

    /// <summary>The packages of distributions that bring a server of data.</summary>
    public static readonly string[] Packages =
    [
        "mariadb-server", "mysql-server", "default-mysql-server", "postgresql", "postgresql-server", "postgresql14", "postgresql15",
        "postgresql16", "postgresql17", "postgresql-14", "postgresql-15", "postgresql-16", "postgresql-17", "redis-server", "redis", "valkey", "mongodb",
        "mongodb-org", "rabbitmq-server", "etcd", "etcd-server", "clickhouse-server", "influxdb", "couchdb", "slapd", "elasticsearch", "minio",
    ];

    /// <summary>The folders in which programs keep their data, as their documentation or their usual images have it.</summary>
    private static readonly (string Folder, string Program)[] Folders =
    [
        ("/var/lib/postgresql", PostgreSql), ("/bitnami/postgresql", PostgreSql), ("/home/postgres/pgdata", PostgreSql), ("/pgdata", PostgreSql),
        ("/var/lib/mysql", "MySQL"), ("/bitnami/mysql", "MySQL"), ("/bitnami/mariadb", "MariaDB"), ("/data/db", "MongoDB"), ("/bitnami/mongodb", "MongoDB"),
        ("/var/lib/mongodb", "MongoDB"), ("/var/lib/redis", "Redis"), ("/bitnami/redis", "Redis"), ("/bitnami/valkey", "Valkey"),
        ("/var/lib/clickhouse", "ClickHouse"), ("/usr/share/elasticsearch/data", "Elasticsearch"), ("/usr/share/opensearch/data", "OpenSearch"),
        ("/var/lib/cassandra", "Cassandra"), ("/var/lib/scylla", "Scylla"), ("/var/lib/rabbitmq", "RabbitMQ"), ("/var/lib/influxdb", "InfluxDB"),
        ("/var/lib/influxdb2", "InfluxDB"), ("/var/lib/neo4j", "Neo4j"), ("/var/lib/kafka", "Kafka"), ("/var/opt/mssql", "SQL Server"),
        ("/var/lib/ldap", "OpenLDAP"), ("/var/lib/etcd", "etcd"), ("/meili_data", "Meilisearch"), ("/qdrant/storage", "Qdrant"),
        ("/var/lib/weaviate", "Weaviate"), ("/var/lib/couchdb", "CouchDB"), ("/opt/couchdb/data", "CouchDB"), ("/opt/zookeeper/data", "ZooKeeper"),
        ("/var/lib/zookeeper", "ZooKeeper"), ("/cockroach/cockroach-data", "CockroachDB"), ("/var/lib/grafana-loki", "Loki"), ("/var/solr", "Solr"),
    ];

    /// <summary>The programs that servers of data are started by.</summary>
    private static readonly (string Word, string Program)[] Servers =
    [
        ("postgres", PostgreSql), ("mysqld", "MySQL"), ("mariadbd", "MariaDB"), ("mongod", "MongoDB"), ("redis-server", "Redis"), ("valkey-server", "Valkey"),
        ("keydb-server", "KeyDB"), ("clickhouse-server", "ClickHouse"), ("rabbitmq-server", "RabbitMQ"), ("memcached", "Memcached"), ("etcd", "etcd"),
        ("cockroach", "CockroachDB"), ("influxd", "InfluxDB"), ("neo4j", "Neo4j"), ("slapd", "OpenLDAP"), ("nats-server", "NATS"),
        ("pocketbase", "PocketBase"), ("minio", "MinIO"), ("meilisearch", "Meilisearch"), ("qdrant", "Qdrant"), ("surreal", "SurrealDB"),
        ("typesense-server", "Typesense"), ("rqlited", "rqlite"), ("sqld", "libSQL"), ("trail", "TrailBase"), ("weed", "SeaweedFS"),
        ("cassandra", "Cassandra"), ("scylla", "Scylla"), ("couchdb", "CouchDB"), ("kafka-server-start.sh", "Kafka"), ("zkServer.sh", "ZooKeeper"),
        ("prometheus", "Prometheus"), ("victoria-metrics", "VictoriaMetrics"), ("mosquitto", "Mosquitto"), ("dgraph", "Dgraph"), ("redpanda", "Redpanda"),
        ("mysqld_safe", "MySQL"), ("mariadbd-safe", "MariaDB"), ("gitea", "Gitea"), ("forgejo", "Forgejo"), ("vaultwarden", "Vaultwarden"),
    ];

    /// <summary>What stands before the program that is started.</summary>
    private static readonly string[] Before =
        ["sh", "bash", "-c", "-ec", "exec", "docker-entrypoint.sh", "gosu", "su-exec", "tini", "dumb-init", "--", "env", "-s"];

    /// <summary>The programs that ask such a server, on the same machine where they are told of no other.</summary>
    private static readonly (string Word, string Program)[] Clients =
    [
        ("pg_isready", PostgreSql), ("mysqladmin", "MySQL"), ("mariadb-admin", "MariaDB"), ("mongosh", "MongoDB"), ("redis-cli", "Redis"),
        ("valkey-cli", "Valkey"), ("rabbitmq-diagnostics", "RabbitMQ"), ("rabbitmqctl", "RabbitMQ"), ("cqlsh", "Cassandra"),
        ("clickhouse-client", "ClickHouse"),
    ];

    /// <summary>The variables by which usual images make a new server: who only asks one is given no password of its root.</summary>
    private static readonly (string Variable, string Program)[] Variables =
    [
        ("POSTGRES_HOST_AUTH_METHOD", PostgreSql), ("POSTGRES_INITDB_ARGS", PostgreSql), ("PGDATA", PostgreSql), ("MYSQL_ROOT_PASSWORD", "MySQL"),
        ("MYSQL_ROOT_PASSWORD_FILE", "MySQL"), ("MYSQL_ALLOW_EMPTY_PASSWORD", "MySQL"), ("MYSQL_RANDOM_ROOT_PASSWORD", "MySQL"),
        ("MARIADB_ROOT_PASSWORD", "MariaDB"), ("MARIADB_ROOT_PASSWORD_FILE", "MariaDB"), ("MARIADB_ALLOW_EMPTY_ROOT_PASSWORD", "MariaDB"),
        ("MONGO_INITDB_ROOT_USERNAME", "MongoDB"), ("MONGO_INITDB_DATABASE", "MongoDB"), ("MSSQL_SA_PASSWORD", "SQL Server"), ("SA_PASSWORD", "SQL Server"),
        ("RABBITMQ_DEFAULT_PASS", "RabbitMQ"), ("DOCKER_INFLUXDB_INIT_MODE", "InfluxDB"), ("CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT", "ClickHouse"),
        ("MINIO_ROOT_PASSWORD", "MinIO"), ("NEO4J_AUTH", "Neo4j"), ("SURREAL_PATH", "SurrealDB"), ("COUCHDB_PASSWORD", "CouchDB"),
    ];

    /// <summary>What it is, and why; null when nothing says that it keeps data.</summary>
    public static (string Program, string Why)? Of(ComposeService service) => Of(service, [.. service.Entrypoint ?? [], .. service.Command ?? []]);

    /// <summary>The same where the words are known that its image starts with.</summary>
    /// <param name="start">All words that it is started with.</param>
    /// <param name="isShared">Whether a variable is given to others too, so that it says nothing of this one; null for none.</param>
    public static (string Program, string Why)? Of(ComposeService service, IReadOnlyList<string> start, Func<string, bool>? isShared = null) =>
        OfFolder(service) ?? OfCommand(start) ?? OfCheck(service) ?? OfVariable(service, isShared) ?? OfName(service);

    /// <summary>Whether a program is a server of data.</summary>
    public static bool IsServer(string program) => Servers.Any(s => s.Word == program) || program is "elasticsearch" or "opensearch" or "run.sh" or "kafka";

    /// <summary>Whether a path is where a program that is known keeps its data, or below that.</summary>
    public static bool IsDataFolder(string path) => ProgramAt(path) is not null;

    private static string? ProgramAt(string path) =>
        Folders.FirstOrDefault(f => path == f.Folder || path.StartsWith(f.Folder + "/", StringComparison.Ordinal)).Program;

    private static (string Program, string Why)? OfFolder(ComposeService service)
    {
        foreach (var mount in service.Volumes.Where(v => v is { ReadOnly: false, Type: "volume" or "bind" }))
        {
            var target = mount.Target.TrimEnd('/');
            if (ProgramAt(target) is { } program)
            {
                return (program, $"{program} keeps its data at {target}");
            }
        }

        return null;
    }

    private static (string Program, string Why)? OfCommand(IReadOnlyList<string> start)
    {
        // A shell's words are those of its script.
        var words = start.SelectMany(w => CommandWords.Split(w) ?? [w]).Select(w => Path.GetFileName(w));
        foreach (var word in words.SkipWhile(w => Before.Contains(w)).Take(1))
        {
            if (Servers.FirstOrDefault(s => s.Word == word).Program is { } program)
            {
                return (program, $"its command starts {word}, which holds data");
            }
        }

        return null;
    }

    private static (string Program, string Why)? OfCheck(ComposeService service)
    {
        var text = string.Join(' ', service.HealthCheck?.Test ?? []);
        foreach (var (word, program) in Clients)
        {
            if (Words().Matches(text).Any(w => Path.GetFileName(w.Value) == word) && !AsksAnother(service, text))
            {
                return (program, $"its health check asks {program} in it, by {word}");
            }
        }

        return null;
    }

    // What the application builds itself may well be told the same, to reach the server.
    private static (string Program, string Why)? OfVariable(ComposeService service, Func<string, bool>? isShared) =>
        service.Build is null && !ImageKinds.IsTool(service.Image)
        && Variables.Where(v => service.Environment.TryGet(v.Variable, out _)).FirstOrDefault(v => isShared?.Invoke(v.Variable) != true)
            is { Program: { } program } found
            ? (program, $"{found.Variable} in its environment makes a {program} of its own")
            : null;

    private static (string Program, string Why)? OfName(ComposeService service)
    {
        var words = ImageKinds.NameOf(service.Image).Split('-', '_');
        return service is { Build: null, Ports.IsEmpty: true } && !ImageKinds.IsTool(service.Image)
            && (words[^1] is "db" or "database" || service.Name.Split('-', '_')[^1] is "db" or "database")
                ? ("a database", "its name says that it is a database")
                : null;
    }

    private static bool AsksAnother(ComposeService service, string text) => Host().Match(text) is { Success: true } named
        && named.Groups["host"].Value is not ("localhost" or "127.0.0.1" or "::1" or "0.0.0.0") and var host
        && !host.StartsWith('$') && !host.StartsWith('/') && host != service.Name && host != service.ContainerName;

    [GeneratedRegex(@"[^\s""'|&;()]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:\s-h\s*|--host[= ]|\s--uri[= ]|://(?:[^@/\s]*@)?)[""']?(?<host>[^\s""':,]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
