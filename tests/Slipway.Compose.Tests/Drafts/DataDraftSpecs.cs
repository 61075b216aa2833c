using Slipway.Compose.Drafts;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Drafts;

/// <summary>What holds data is never replaced by something that begins empty.</summary>
public sealed class DataDraftSpecs
{
    [Theory]
    [InlineData("pgvector/pgvector:pg16")]
    [InlineData("bitnami/postgresql:16")]
    [InlineData("timescale/timescaledb-ha:pg16")]
    [InlineData("registry.example:5000/platform/postgres16:1")]
    [InlineData("supabase/postgres:15.1.0.147")]
    [InlineData("mcr.microsoft.com/mssql/server:2022-latest")]
    [InlineData("confluentinc/cp-kafka:7.6.0")]
    [InlineData("chrislusf/seaweedfs:3.60")]
    [InlineData("dgraph/standalone:v24")]
    [InlineData("dgraph/dgraph:v24")]
    [InlineData("lldap/lldap:stable")]
    [InlineData("redis/redis-stack-server:7.2.0-v9")]
    [InlineData("docker.dragonflydb.io/dragonflydb/dragonfly")]
    [InlineData("gvenzl/oracle-free:23")]
    [InlineData("ghcr.io/acme/mongo@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("eclipse-mosquitto:2")]
    [InlineData("getmeili/meilisearch:v1")]
    [InlineData("quay.io/minio/minio")]
    public void An_image_of_data_is_known_whoever_made_it(string image) =>
        Guess($"{{image: \"{image}\", ports: [\"8080:8080\"]}}").Strategy.ShouldBe("stateful");

    [Theory]
    [InlineData("mongo-express:1")]
    [InlineData("provectuslabs/kafka-ui:latest")]
    [InlineData("rediscommander/redis-commander:latest")]
    [InlineData("prom/mysqld-exporter:1")]
    [InlineData("dpage/pgadmin4:8")]
    [InlineData("acme/webshop:1")]
    [InlineData("postgrest/postgrest:v12")]
    public void What_only_speaks_to_data_is_none(string image) =>
        Guess($"{{image: \"{image}\", ports: [\"8080:8080\"]}}").Strategy.ShouldBe("blue-green");

    [Fact]
    public void A_volume_of_the_image_that_nothing_is_mounted_over_keeps_its_container()
    {
        var guess = Guess("{image: \"acme/wiki:1\", ports: [\"8080:8080\"]}", "/data", "/tmp", "/var/cache/x");

        guess.Strategy.ShouldBe("stateful");
        guess.Why.ShouldBe("its image has a volume of its own at /data, so that a new container would begin without what is in it; "
            + "with a name (volumes: [\"NAME:/data\"]) it could be handed over");
    }

    [Theory]
    [InlineData("{image: \"acme/wiki:1\", ports: [\"8080:8080\"], volumes: [\"files:/data\"]}", "handoff")]
    [InlineData("{image: \"acme/wiki:1\", ports: [\"8080:8080\"], tmpfs: [\"/data:size=64m\"]}", "blue-green")]
    [InlineData("{image: \"acme/wiki:1\", ports: [\"8080:8080\"], volumes: [\"/data\", \"files:/data2\"]}", "stateful")]
    public void What_is_mounted_over_a_volume_of_the_image_decides(string service, string strategy) => Guess(service, "/data/").Strategy.ShouldBe(strategy);

    [Theory]
    [InlineData("{build: ., ports: [\"80:80\"], volumes: [\"/data\"]}", "stateful")]
    [InlineData("{build: ., ports: [\"80:80\"], volumes: [\"/srv/uploads\"]}", "stateful")]
    [InlineData("{build: ., ports: [\"80:80\"], volumes: [\".:/app\", \"/app/node_modules\"]}", "blue-green")]
    [InlineData("{build: ., ports: [\"80:80\"], volumes: [\"/app/.venv\", \"/app/.next\", \"/tmp\"]}", "blue-green")]
    public void A_volume_without_a_name_is_data_unless_an_installation_makes_it(string service, string strategy) => Guess(service).Strategy.ShouldBe(strategy);

    [Theory]
    [InlineData("./data:/app/data", "handoff")]
    [InlineData("./storage:/var/www/storage", "handoff")]
    [InlineData("./app.sqlite3:/app/app.sqlite3", "handoff")]
    [InlineData("./notes:/app/notes", "handoff")]
    [InlineData("./src:/app/src", "blue-green")]
    [InlineData("./data:/app/data:ro", "blue-green")]
    public void A_folder_below_the_build_context_may_hold_data(string volume, string strategy)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{build: ., ports: [\"80:80\"], volumes: [\"{volume}\"]}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts
        {
            ComposeFiles = ["compose.yaml"],
            ListFiles = path => path == "./notes" ? ["2024/notes.db", "readme.txt"] : ["app.py", "templates/index.html"],
        }).Services.ShouldHaveSingleItem().Strategy.ShouldBe(strategy);
    }

    [Fact]
    public void A_database_is_known_by_what_its_image_is_built_on()
    {
        using var application = new Application(("compose.yaml", "name: a\nservices: {store: {build: ./store}, web: {build: ., ports: [\"80:80\"]}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], BaseImage = s => s == "store" ? "bitnami/postgresql:16" : "debian:12" })
            .Text.ShouldContain("# store is postgresql.\ndatabase: {service: store}");
    }

    [Theory]
    [InlineData("{LEDGER_URL: \"postgresql://me@ledger:5432/books\"}", true)]
    [InlineData("{DB_HOST: ledger}", true)]
    [InlineData("{STORE: \"mongodb://a:b@ledger/books\"}", true)]
    [InlineData("{LEDGER_URL: \"http://ledger:5432/\"}", false)]
    [InlineData("{DB_HOST: elsewhere}", false)]
    public void What_others_are_told_is_a_database_is_one_whatever_it_is_called(string environment, bool isData)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{ledger: {{build: ./ledger}}, web: {{build: ., ports: [\"80:80\"], environment: {environment}}}}}\n"));

        var draft = SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], BaseImage = s => "registry.example/base:1" });

        draft.Services[0].Strategy.ShouldBe(isData ? "stateful" : "handoff");
        draft.Text.Contains("database: {service: ledger, name: books}", StringComparison.Ordinal).ShouldBe(environment.Contains("postgresql:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{pooler: {image: \"acme/pooler:1\", environment: {DB_HOST: db}}")]
    [InlineData("{pgbouncer: {build: ./bouncer}")]
    public void What_passes_requests_on_to_a_database_is_none(string service)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {service}, db: {{image: \"postgres:16\"}}, "
            + $"web: {{build: ., ports: [\"80:80\"], environment: {{DB_URL: \"postgres://{service[1..service.IndexOf(':', StringComparison.Ordinal)]}/x\"}}}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] })
            .Services.Single(s => s.Service is "pooler" or "pgbouncer").Strategy.ShouldBe("handoff");
    }

    [Theory]
    [InlineData("image: \"acme/ledger:2\", command: [run, --data-dir, /srv/ledger]", "stateful")]
    [InlineData("image: \"acme/ledger:2\", command: \"serve -dir=/srv/ledger\"", "blue-green")]
    [InlineData("image: \"acme/ledger:2\", command: \"serve /data/ledger.bin\"", "stateful")]
    [InlineData("image: \"acme/ledger:2\", command: \"serve --db=/tmp/ledger.bin\"", "blue-green")]
    [InlineData("image: \"acme/ledger:2\", command: \"serve --config /data/ledger.yaml\"", "blue-green")]
    [InlineData("image: \"acme/ledger:2\", command: \"serve /data/ledger.bin\", volumes: [\"files:/data\"]", "handoff")]
    [InlineData("image: \"acme/ledger:2\", command: \"serve /data/ledger.bin\", tmpfs: [/data]", "blue-green")]
    [InlineData("build: ., command: \"./pocketbase serve\"", "stateful")]
    [InlineData("image: \"acme/start:1\", volumes: [\"./init:/docker-entrypoint-initdb.d:ro\"]", "stateful")]
    [InlineData("image: \"acme/ledger:2\", command: [\"/ledger\", \"-dir=/data\"]", "stateful")]
    [InlineData("image: \"acme/ledger:2\", environment: {JDBC_URL: \"jdbc:h2:file:/srv/notes\"}", "stateful")]
    [InlineData("image: \"acme/ledger:2\", environment: {JDBC_URL: \"jdbc:h2:mem:notes\"}", "blue-green")]
    [InlineData("image: \"odoo:17\"", "stateful")]
    [InlineData("image: \"metabase/metabase:v0.50\"", "stateful")]
    [InlineData("image: \"metabase/metabase:v0.50\", environment: {MB_DB_TYPE: postgres}", "blue-green")]
    [InlineData("image: \"quay.io/keycloak/keycloak:25\", command: start-dev", "stateful")]
    public void Data_that_only_a_command_or_a_usual_image_tells_of_is_seen(string service, string strategy)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{ports: [\"80:80\"], {service}}}}}\nvolumes: {{files: {{}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services.ShouldHaveSingleItem().Strategy.ShouldBe(strategy);
    }

    [Theory]
    [InlineData("FROM a:1\nENV PORT=80 \\\n    STORE_URL=sqlite:////srv/notes.db\n", "", "stateful")]
    [InlineData("FROM a:1\nENV STORE_URL=\"sqlite:////srv/notes.db\"\n", ", volumes: [\"files:/srv\"]", "handoff")]
    [InlineData("FROM a:1\nENV STORE_URL=sqlite:////srv/notes.db\n", ", environment: {STORE_URL: \"postgres://db.example/x\"}", "blue-green")]
    public void What_the_Dockerfile_puts_into_the_environment_counts_as_that_of_the_compose_file(string dockerfile, string more, string strategy)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{build: ., ports: [\"80:80\"]{more}}}}}\nvolumes: {{files: {{}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], Dockerfile = _ => dockerfile })
            .Services.ShouldHaveSingleItem().Strategy.ShouldBe(strategy);
    }

    [Fact]
    public void What_the_server_has_from_the_same_file_says_nothing_of_the_others()
    {
        using var application = new Application(("compose.yaml", """
            name: a
            services:
              db: {image: "mariadb:11", environment: {MARIADB_ROOT_PASSWORD: x}}
              web: {image: "acme/shop:1", ports: ["80:80"], environment: {MARIADB_ROOT_PASSWORD: x}}
              kept: {image: "acme/base:1", command: "true"}
              store: {image: "acme/store:1", volumes_from: [kept]}
            """));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services
            .Select(s => $"{s.Service} {s.Strategy}").ShouldBe(["db stateful", "kept stateful", "store handoff", "web blue-green"]);
    }

    [Fact]
    public void An_own_image_on_one_that_keeps_data_keeps_it_too()
    {
        using var application = new Application(("compose.yaml", "name: a\nservices: {board: {build: ., image: \"acme/board:1\", ports: [\"80:3000\"]}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], BaseImage = _ => "grafana/grafana:11" })
            .Services.ShouldHaveSingleItem().Strategy.ShouldBe("stateful");
    }

    [Fact]
    public void A_script_that_only_uses_the_tools_of_an_image_of_data_is_a_job()
    {
        using var application = new Application(("compose.yaml", """
            name: a
            services:
              keys: {image: "postgres:16", command: [sh, -c, "until pg_isready -h db; do sleep 1; done; psql -h db -f /x.sql; echo done"], healthcheck: {test: "test -f /tmp/x"}}
              db: {image: "postgres:16", command: [sh, -c, "exec docker-entrypoint.sh postgres"]}
              web: {image: "x:1", ports: ["80:80"], depends_on: {keys: {condition: service_healthy}}}
            """));

        var draft = SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] });

        draft.Services.Select(s => $"{s.Service} {s.Strategy}").ShouldBe(["db stateful", "keys job", "web blue-green"]);
        draft.Text.ShouldContain("database: {service: db}");
    }

    [Theory]
    [InlineData("config/database.yml", "default: &d\n  adapter: sqlite3\nproduction:\n  <<: *default\n  database: storage/live.sqlite3\n", "stateful")]
    [InlineData("config/database.yml", "development:\n  adapter: sqlite3\nproduction:\n  adapter: postgresql\n", "blue-green")]
    [InlineData("blog/settings.py", "DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE / 'x'}}\n", "stateful")]
    [InlineData("blog/settings.py", "if TEST:\n  E = 'django.db.backends.sqlite3'\nelse:\n  E = 'django.db.backends.postgresql'\n", "blue-green")]
    [InlineData("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n  url = \"file:./x.db\"\n}\n", "stateful")]
    [InlineData("appsettings.json", "{\"ConnectionStrings\": {\"Main\": \"Data Source=app.db\"}}", "stateful")]
    [InlineData("src/main/resources/application.properties", "spring.datasource.url=jdbc:h2:file:./data/notes\n", "stateful")]
    [InlineData("src/main/resources/application.properties", "spring.datasource.url=jdbc:h2:mem:notes\n", "blue-green")]
    [InlineData("config/database.php", "'default' => env('DB_CONNECTION', 'sqlite'),\n'mysql' => []", "stateful")]
    [InlineData("server.js", "const db = new Database('notes.db')\n", "stateful")]
    [InlineData("main.go", "db, err := sql.Open(\"sqlite3\", path)\n", "stateful")]
    [InlineData("app.py", "db = sqlite3.connect(':memory:')\n", "blue-green")]
    [InlineData("tests/app.py", "db = sqlite3.connect('x.db')\n", "blue-green")]
    [InlineData("server.test.js", "const db = new Database('notes.db')\n", "blue-green")]
    public void A_SQLite_database_that_only_the_application_itself_names_is_data(string file, string text, string strategy)
    {
        Own("ports: [\"80:80\"]").Strategy.ShouldBe(strategy);
        Own("ports: [\"80:80\"], environment: {DATABASE_URL: \"postgres://db.example/x\", DB_CONNECTION: pgsql}").Strategy.ShouldBe("blue-green");
        Own("ports: [\"80:80\"], volumes: [\"files:/app/storage\"]").Strategy.ShouldBe("handoff");

        ServiceGuess Own(string service)
        {
            using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{build: ., {service}}}}}\nvolumes: {{files: {{}}}}\n"));
            return SettingsDraft.Of(application.Model, new ApplicationFacts
            {
                ComposeFiles = ["compose.yaml"],
                ListFiles = _ => [file],
                ReadFile = f => f == file ? text : null,
            }).Services.ShouldHaveSingleItem();
        }
    }

    [Theory]
    [InlineData("[supervisord, -n]", true)]
    [InlineData("[sh, -c, 'service mariadb start; exec gunicorn app']", true)]
    [InlineData("[/entrypoint.sh]", true)]
    [InlineData("[gunicorn, app]", false)]
    [InlineData("[tini, --, node, server.js]", false)]
    public void A_server_that_is_installed_keeps_data_when_the_start_may_start_it(string command, bool keeps)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{build: ., ports: ['8080:8080'], command: {command}}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], Images = new WithServer() })
            .Services.ShouldHaveSingleItem().Strategy.ShouldBe(keeps ? "stateful" : "blue-green");
    }

    private static ServiceGuess Guess(string service, params string[] volumes)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {service}}}\nvolumes: {{files: {{}}}}\n"));
        return SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], Images = new WithVolumes(volumes) }).Services.ShouldHaveSingleItem();
    }

    private sealed class WithVolumes(string[] volumes) : IServiceImages
    {
        public ImageFacts? Find(string service, string? image) => new() { Volumes = [.. volumes] };
    }

    private sealed class WithServer : IServiceImages
    {
        public ImageFacts? Find(string service, string? image) => new() { HasProgram = p => p == "mariadb-server" };
    }
}
