using Slipway.Compose.Services;

namespace Slipway.Compose.Surroundings;

/// <summary>What images are known to hold, by the words of their names, whoever has made them and wherever they are kept.</summary>
internal static class ImageKinds
{
    private static readonly char[] Digits = [.. "0123456789"];

    private static readonly string[] Postgres =
        ["postgres", "postgresql", "postgis", "timescaledb", "timescale", "pgvector", "pgvecto", "paradedb", "spilo", "citus", "pgroonga", "orioledb"];

    private static readonly HashSet<string> Data = new(StringComparer.Ordinal)
    {
        "mysql", "mariadb", "percona", "mongo", "mongodb", "redis", "redismod", "valkey", "keydb", "dragonfly", "dragonflydb", "garnet", "memcached",
        "rabbitmq", "nats", "kafka", "redpanda", "zookeeper", "pulsar", "activemq", "artemis", "emqx", "mosquitto", "hivemq", "vernemq", "nsqd", "beanstalkd",
        "elasticsearch", "opensearch", "meilisearch", "typesense", "solr", "manticore", "zincsearch", "quickwit", "openobserve", "sonic",
        "clickhouse", "cassandra", "scylla", "scylladb", "couchdb", "couchbase", "influxdb", "questdb", "tdengine", "iotdb", "greptimedb", "druid",
        "neo4j", "memgraph", "arangodb", "orientdb", "dgraph", "janusgraph", "surrealdb", "rethinkdb", "ravendb", "eventstore", "eventstoredb", "immudb",
        "tarantool", "aerospike", "foundationdb", "firebird", "mssql", "sqlserver", "oracle", "db2", "yugabyte", "yugabytedb", "tidb", "tikv",
        "cockroach", "cockroachdb",
        "minio", "seaweedfs", "garage", "ceph", "glusterfs", "etcd", "vault", "openbao", "consul", "qdrant", "weaviate", "milvus", "chroma", "chromadb",
        "loki", "victoria", "victoriametrics", "prometheus", "mimir", "graphite", "lldap", "openldap", "389ds", "dirsrv", "pocketbase", "sqld", "libsql",
        "rqlite", "azurite", "localstack", "dynamodb", "elasticmq", "columnstore", "cp-server", "falkordb", "greenplum", "pgrouting", "rustfs", "s3server",
        "tempo", "vmstorage", "crate", "cratedb", "fuseki", "virtuoso", "graphdb", "blazegraph", "terminusdb", "gel", "edgedb", "singlestoredb", "ignite",
        "hazelcast", "nsq", "rocketmq", "iggy", "solace", "kurrentdb", "axonserver", "dolt", "thanos", "dse", "voltdb", "hbase", "pinot", "monetdb",
        "vertica", "exasol", "nebula", "graphd", "tigergraph", "marklogic", "iris", "trailbase", "spacetimedb", "starrocks", "doris", "oceanbase",
        "polardb", "opengauss", "neon", "liftbridge", "freeipa", "sqlserver",
    };

    /// <summary>Images of applications that keep what users gave them in a volume of their own, with its path.</summary>
    private static readonly Dictionary<string, string> OwnVolumes = new(StringComparer.Ordinal)
    {
        ["wordpress"] = "/var/www/html",
        ["nextcloud"] = "/var/www/html",
        ["owncloud"] = "/mnt/data",
        ["drupal"] = "/opt/drupal/web/sites",
        ["joomla"] = "/var/www/html",
        ["matomo"] = "/var/www/html",
        ["mediawiki"] = "/var/www/html/images",
        ["ghost"] = "/var/lib/ghost/content",
        ["gitea"] = "/data",
        ["forgejo"] = "/data",
        ["gogs"] = "/data",
        ["gitlab-ce"] = "/var/opt/gitlab",
        ["gitlab-ee"] = "/var/opt/gitlab",
        ["jenkins"] = "/var/jenkins_home",
        ["registry"] = "/var/lib/registry",
        ["vaultwarden"] = "/data",
        ["uptime-kuma"] = "/app/data",
        ["nexus3"] = "/nexus-data",
        ["portainer"] = "/data",
        ["portainer-ce"] = "/data",
        ["portainer-ee"] = "/data",
        ["grafana"] = "/var/lib/grafana",
        ["open-webui"] = "/app/backend/data",
        ["mattermost-team-edition"] = "/mattermost/data",
        ["pgadmin4"] = "/var/lib/pgadmin",
        ["ollama"] = "/root/.ollama",
        ["alertmanager"] = "/alertmanager",
        ["n8n"] = "/home/node/.n8n",
        ["redmine"] = "/usr/src/redmine/files",
        ["sonarqube"] = "/opt/sonarqube/data",
        ["teamcity-server"] = "/data/teamcity_server/datadir",
        ["artifactory-oss"] = "/var/opt/jfrog/artifactory",
        ["home-assistant"] = "/config",
        ["homeassistant"] = "/config",
        ["jellyfin"] = "/config",
        ["plex"] = "/config",

        ["bookstack"] = "/config",
        ["syncthing"] = "/var/syncthing",
        ["paperless-ngx"] = "/usr/src/paperless/data",
        ["audiobookshelf"] = "/config",
        ["navidrome"] = "/data",
        ["photoprism"] = "/photoprism/storage",
        ["adguardhome"] = "/opt/adguardhome/work",
        ["pihole"] = "/etc/pihole",
        ["node-red"] = "/data",
        ["fake-gcs-server"] = "/data",
        ["wiki"] = "/wiki/data",
        ["dokuwiki"] = "/config",
        ["baserow"] = "/baserow/data",
        ["nocodb"] = "/usr/app/data",
        ["linkding"] = "/etc/linkding/data",
        ["trilium"] = "/home/node/trilium-data",
        ["trac"] = "/trac",
        ["verdaccio"] = "/verdaccio/storage",
        ["harbor"] = "/data",
        ["ntfy"] = "/var/lib/ntfy",
        ["freshrss"] = "/var/www/FreshRSS/data",
        ["odoo"] = "/var/lib/odoo",
        ["metabase"] = "/metabase.db",
        ["keycloak"] = "/opt/keycloak/data",
        ["directus"] = "/directus/database",
        ["filebrowser"] = "/database",
        ["memos"] = "/var/opt/memos",
        ["actual-server"] = "/data",
        ["mealie"] = "/app/data",
        ["vikunja"] = "/app/vikunja/files",
        ["superset"] = "/app/superset_home",
        ["kanboard"] = "/var/www/app/data",
        ["step-ca"] = "/home/step",
        ["authelia"] = "/config",
        ["drone"] = "/data",
        ["rocket.chat"] = "/app/uploads",
        ["rocketchat"] = "/app/uploads",
        ["zabbix-server-sqlite3"] = "/var/lib/zabbix",
        ["flowise"] = "/root/.flowise",
        ["wekan"] = "/data",
        ["umbraco"] = "/app/umbraco/Data",
    };

    /// <summary>Those of them whose images don't say by a VOLUME where that is.</summary>
    private static readonly string[] Unmarked = ["metabase", "keycloak", "grafana", "n8n", "superset", "directus", "open-webui", "flowise", "ollama", "mealie"];

    /// <summary>Variables that give such an application a database elsewhere, with which it keeps nothing itself.</summary>
    private static readonly Dictionary<string, string[]> Elsewhere = new(StringComparer.Ordinal)
    {
        ["metabase"] = ["MB_DB_TYPE", "MB_DB_CONNECTION_URI", "MB_DB_HOST"],
        ["keycloak"] = ["KC_DB", "KC_DB_URL", "KC_DB_URL_HOST", "DB_VENDOR"],
        ["superset"] = ["SQLALCHEMY_DATABASE_URI", "DATABASE_HOST", "DATABASE_DB"],
    };

    /// <summary>What passes requests on to a server of data.</summary>
    private static readonly string[] Relays =
    [
        "pgbouncer", "bouncer", "pgpool", "pgcat", "pooler", "pool", "proxysql", "haproxy", "maxscale", "odyssey", "supavisor", "proxy", "tunnel", "twemproxy",
        "envoy", "nginx", "traefik", "router", "mysqlrouter", "gateway", "sql-proxy",
    ];

    /// <summary>What talks to such a program instead of being one.</summary>
    private static readonly HashSet<string> Tools = new(StringComparer.Ordinal)
    {
        "exporter", "ui", "webui", "gui", "commander", "express", "admin", "phpmyadmin", "adminer", "pgadmin", "pgadmin4", "backup", "backups", "client",
        "operator", "proxy",
        "connect", "bridge", "web", "manager", "browser", "insight", "redisinsight", "dashboard", "dashboards", "cli", "init", "migrate", "migrations",
        "migration",
        "migrator", "sync", "agent", "box", "tools", "console", "monitor", "webhook", "gateway", "api", "rest", "registry", "router", "worker", "app",
        "frontend",
        "backend", "mc", "k8s", "injector", "template", "rebrow", "kibana", "promtail", "cmak", "akhq", "kafdrop", "alertmanager", "pushgateway",
        "pgbouncer", "pgpool",
        "pgcat", "adapter", "importer", "setup", "seed", "seeder", "loader", "consumer", "producer", "lens", "compass", "cron", "dumper", "dump", "s3",
        "sidecar",
        "reloader", "plugin", "driver", "sdk", "test", "tests", "demo", "example", "connector", "toolbox", "shell", "kminion", "mirrormaker", "curator",
        "ssr", "postgrest", "flink", "keycloak", "n8n", "meta", "hq", "esm", "orders",
    };

    /// <summary>Words that an application of one's own may well be called by.</summary>
    private static readonly HashSet<string> Ambiguous = new(StringComparer.Ordinal)
    {
        "oracle", "vault", "garage", "sonic", "consul", "victoria", "artemis", "chroma", "druid", "graphite", "mimir", "nats", "pulsar", "dragonfly",
        "loki", "garnet",
    };

    /// <summary>Names that say nothing of what is in an image: then the one before it does.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal) { "server", "standalone", "database", "db", "core", "all", "single" };

    /// <summary>The last part of an image's name, without registry, folder, tag and digest.</summary>
    public static string NameOf(string? image)
    {
        var path = (image ?? "").Split('@')[0];
        return path[(path.LastIndexOf('/') + 1)..].Split(':')[0];
    }

    /// <summary>The program that holds data in it, or null when there is none.</summary>
    /// <param name="image">The image's name.</param>
    /// <param name="isOwn">Whether the application builds it itself, from a base that is known: then its name says less.</param>
    public static string? DataIn(string? image, bool isOwn = false)
    {
        var words = Words(image);
        return words.Any(Tools.Contains) ? null
            : words.FirstOrDefault(w => (Data.Contains(w) && !(isOwn && Ambiguous.Contains(w))) || Postgres.Contains(w)) is { } program
                ? Shown(image, program)
            : null;
    }

    /// <summary>Whether a usual image keeps data without saying so by a VOLUME.</summary>
    public static bool KeepsUnmarked(string? image) => Unmarked.Contains(NameOf(image).ToLowerInvariant());

    /// <summary>Whether a name says that it passes requests on to a server of data.</summary>
    public static bool IsRelay(string name) => name.ToLowerInvariant().Split('-', '_', '.').Any(Relays.Contains);

    /// <summary>The path at which a usual image of a whole application keeps its data; null for others, or where it is told to keep it elsewhere.</summary>
    public static string? OwnVolume(string? image, HiddenValues environment) =>
        Elsewhere.TryGetValue(NameOf(image).ToLowerInvariant(), out var variables) && variables.Any(v => environment.TryGet(v, out _)) ? null
        : image?.Contains("rootless", StringComparison.Ordinal) == true && NameOf(image) is "gitea" or "forgejo" ? "/var/lib/gitea"
        : OwnVolume(image);

    private static string? OwnVolume(string? image) => NameOf(image).ToLowerInvariant() is var name && Generic.Contains(name)
        ? (image ?? "").Split('@')[0].ToLowerInvariant().Split('/') is [.., var owner, _] ? OwnVolumes.GetValueOrDefault(owner) : null
        : OwnVolumes.GetValueOrDefault(name);

    /// <summary>Whether its name says that it talks to such a program instead of being one.</summary>
    public static bool IsTool(string? image) => Words(image).Any(Tools.Contains);

    /// <summary>Whether it is PostgreSQL.</summary>
    public static bool IsPostgres(string? image) => DataIn(image) is not null && Words(image).Any(Postgres.Contains);

    private static string Shown(string? image, string program) => NameOf(image) is var name && Generic.Contains(name.ToLowerInvariant()) ? program : name;

    /// <summary>The words of the name: those of its last part, and of the one before it where the last one could be anything.</summary>
    private static string[] Words(string? image)
    {
        var parts = (image ?? "").Split('@')[0].ToLowerInvariant().Split('/');
        string[] words = [.. parts[^1].Split(':')[0].Split('-', '_', '.').Select(Word)];
        return parts.Length > 1 && words.All(Generic.Contains) ? [.. parts[^2].Split('-', '_', '.'), .. words] : words;
    }

    /// <summary>A word without a version that stands right behind it.</summary>
    private static string Word(string word) =>
        Data.Contains(word) || Tools.Contains(word) || word.TrimEnd(Digits) is not { Length: > 0 } bare ? word : bare;
}
