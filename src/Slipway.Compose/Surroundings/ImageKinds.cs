namespace Slipway.Compose.Surroundings;

/// <summary>What images are known to hold, by the last part of their names.</summary>
internal static class ImageKinds
{
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal)
    {
        "postgres", "postgis", "timescaledb", "pgvector", "mysql", "mariadb", "percona", "mongo", "mongodb", "redis", "redismod", "redis-stack", "valkey",
        "keydb",        "memcached", "rabbitmq", "nats", "kafka", "zookeeper", "elasticsearch", "opensearch",
        "meilisearch", "typesense", "clickhouse-server", "cassandra",
        "couchdb", "influxdb", "neo4j", "minio", "etcd", "vault", "consul", "cockroach", "scylla", "qdrant", "weaviate", "loki", "victoria-metrics",
    };

    /// <summary>The last part of an image's name, without registry, folder, tag and digest.</summary>
    public static string NameOf(string? image)
    {
        var path = (image ?? "").Split('@')[0];
        return path[(path.LastIndexOf('/') + 1)..].Split(':')[0];
    }

    /// <summary>The program that holds data in it, or null when there is none.</summary>
    public static string? DataIn(string? image) => NameOf(image) is var name && Data.Contains(name) ? name : null;

    /// <summary>Whether it is PostgreSQL.</summary>
    public static bool IsPostgres(string? image) => NameOf(image) is "postgres" or "postgis" or "timescaledb" or "pgvector";
}
