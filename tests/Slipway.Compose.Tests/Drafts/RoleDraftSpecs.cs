using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Drafts;

/// <summary>Jobs, exclusive users of the host, other protocols: what is no service of HTTP that may exist twice.</summary>
public sealed class RoleDraftSpecs
{
    [Theory]
    [InlineData("one", "{image: \"x:1\", command: [\"seed\"], restart: on-failure}", "job")]
    [InlineData("one", "{image: \"x:1\", command: [\"import\"], restart: \"on-failure:5\"}", "job")]
    [InlineData("one", "{image: \"x:1\", deploy: {restart_policy: {condition: on-failure}}}", "job")]
    [InlineData("one", "{image: \"x:1\", restart: always, deploy: {restart_policy: {condition: on-failure}}}", "job")]
    [InlineData("aseed", "{image: \"postgres:16\", command: [\"psql\", \"-h\", \"db\", \"-f\", \"/s.sql\"], restart: on-failure}", "job")]
    [InlineData("one", "{image: \"postgres:16\", command: sh -c \"psql -h db -f /s.sql\"}", "job")]
    [InlineData("one", "{image: \"minio/mc\", entrypoint: \"/bin/sh -c 'mc mb store/files'\"}", "job")]
    [InlineData("db-migrate", "{image: \"x:1\", restart: \"no\"}", "job")]
    [InlineData("worker", "{image: \"x:1\", command: celery worker, restart: on-failure}", "handoff")]
    [InlineData("one", "{image: \"x:1\", ports: [\"80:80\"], restart: on-failure}", "blue-green")]
    [InlineData("one", "{image: \"x:1\", restart: unless-stopped}", "handoff")]
    [InlineData("one", "{image: \"postgres:16\", restart: on-failure, healthcheck: {test: pg_isready}}", "stateful")]
    [InlineData("one", "{image: \"x:1\", restart: on-failure, deploy: {restart_policy: {condition: any}}}", "handoff")]
    [InlineData("cache", "{image: \"redis\", restart: on-failure}", "stateful")]
    [InlineData("pg", "{image: \"acme/pg\", restart: on-failure, volumes: [\"./d:/var/lib/postgresql\"]}", "stateful")]
    [InlineData("topics", "{image: \"confluentinc/cp-kafka:7.6\", command: [bash, -c, \"kafka-topics --bootstrap-server kafka:9092 --create\"]}", "job")]
    [InlineData("minio-init", "{image: \"minio/mc\", restart: \"no\", entrypoint: \"/bin/sh -c 'until mc alias set l x; do sleep 2; done; mc mb l/x'\"}", "job")]
    [InlineData("one", "{image: \"hashicorp/terraform\", command: \"apply -auto-approve\"}", "job")]
    [InlineData("migrate1", "{image: \"x:1\", command: run, restart: \"no\"}", "job")]
    public void A_service_that_ends_is_a_job(string name, string service, string strategy) => Guess(name, service).Strategy.ShouldBe(strategy);

    [Fact]
    public void A_job_on_the_image_of_a_database_is_not_the_database()
    {
        using var application = new Application(("compose.yaml", """
            name: a
            services:
              aseed: {image: "postgres:16", command: ["psql", "-h", "db"], restart: on-failure}
              db: {image: "postgres:16", volumes: ["d:/var/lib/postgresql/data"]}
              web: {image: "x:1", ports: ["80:80"]}
            volumes: {d: {}}
            """));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Text.ShouldContain("database: {service: db}");
    }

    [Theory]
    [InlineData("migration", "job")]
    [InlineData("migrations", "job")]
    [InlineData("dev", null)]
    public void A_migration_behind_a_profile_that_others_wait_for_is_a_job_of_the_release(string profile, string? strategy)
    {
        using var application = new Application(("compose.yaml", $$"""
            name: a
            services:
              web:
                image: "x:1"
                ports: ["80:80"]
                depends_on: {migrate: {condition: service_completed_successfully, required: false} }
              migrate: {image: "x:1", command: migrate, profiles: ["{{profile}}"]}
            """));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services.FirstOrDefault(s => s.Service == "migrate")?.Strategy
            .ShouldBe(strategy);
    }

    [Fact]
    public void Services_behind_profiles_that_are_enabled_are_part_of_the_application()
    {
        using var application = new Application(("compose.yaml", """
            name: a
            services:
              web: {image: "x:1", ports: ["80:80"], profiles: [app]}
              db: {image: "postgres:16", profiles: [pg, other]}
              tool: {image: "x:1", profiles: [tools]}
            """));

        SettingsDraft.Of(application.Model with { EnabledProfiles = ["pg", "app"] }, new ApplicationFacts { ComposeFiles = ["compose.yaml"] })
            .Services.Select(s => $"{s.Service} {s.Strategy}").ShouldBe(["db stateful", "web blue-green"]);
    }

    [Theory]
    [InlineData("deploy: {replicas: 0}")]
    [InlineData("scale: 0")]
    public void What_compose_runs_none_of_is_left_out(string none)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{image: \"x:1\", ports: [\"80:80\"]}}, gone: {{image: \"x:1\", {none}}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services.ShouldHaveSingleItem().Service.ShouldBe("web");
    }

    [Theory]
    [InlineData("devices: [\"/dev/ttyUSB0:/dev/ttyUSB0\"]", "two at once can't have the device /dev/ttyUSB0")]
    [InlineData("devices: [\"/dev/snd\"]", "two at once can't have the device /dev/snd")]
    [InlineData("privileged: true", "two at once can't have the host itself (privileged)")]
    [InlineData("cap_add: [NET_ADMIN]", "two at once can't have a right over the host (NET_ADMIN)")]
    [InlineData("cap_add: [CAP_SYS_ADMIN]", "two at once can't have a right over the host (SYS_ADMIN)")]
    [InlineData("pid: host", "two at once can't have the host's processes (pid: host)")]
    [InlineData("deploy: {resources: {reservations: {devices: [{driver: nvidia, count: 1, capabilities: [gpu]}]}}}", "two at once can't have a graphics processor")]
    public void What_cannot_exist_twice_is_handed_over(string key, string why)
    {
        var guess = Guess("web", $"{{image: \"x:1\", ports: [\"80:80\"], {key}}}");

        guess.Strategy.ShouldBe("handoff");
        guess.Why.ShouldBe(why);
    }

    [Theory]
    [InlineData("devices: [\"/dev/dri:/dev/dri\"]")]
    [InlineData("cap_add: [NET_BIND_SERVICE]")]
    public void What_any_number_can_have_is_no_obstacle(string key) => Guess("web", $"{{image: \"x:1\", ports: [\"80:80\"], {key}}}").Strategy.ShouldBe("blue-green");

    [Theory]
    [InlineData(7233)]
    [InlineData(4317)]
    [InlineData(6380)]
    [InlineData(1884)]
    [InlineData(50051)]
    [InlineData(9092)]
    [InlineData(5433)]
    [InlineData(26379)]
    public void A_port_of_another_protocol_is_no_service_of_HTTP(int port) => Guess("web", $"{{image: \"x:1\", ports: [\"{port}:{port}\"]}}").Strategy.ShouldBe("handoff");

    [Theory]
    [InlineData("requirements.txt", "fastapi\nAPScheduler==3\n", "", "handoff")]
    [InlineData("package.json", "{\"dependencies\": {\"node-cron\": \"3\"}}", "", "handoff")]
    [InlineData("package.json", "{\"dependencies\": {\"bullmq\": \"5\", \"micron\": \"1\"}}", "", "blue-green")]
    [InlineData("src/App.java", "@EnableScheduling class App {}", "", "handoff")]
    [InlineData("Procfile", "web: run\nclock: tick\n", ", command: honcho start", "handoff")]
    [InlineData("Procfile", "web: run\nclock: tick\n", ", command: run", "blue-green")]
    [InlineData("readme.md", "", ", command: \"sh -c 'while true; do ./job; sleep 60; done'\"", "handoff")]
    [InlineData("readme.md", "", ", command: php-fpm -F", "handoff")]
    [InlineData("readme.md", "", ", command: uwsgi --socket :80 --module app", "handoff")]
    [InlineData("readme.md", "", ", command: uwsgi --http :80 --module app", "blue-green")]
    [InlineData("readme.md", "", ", networks: [lan]", "handoff")]
    public void What_works_by_itself_or_speaks_otherwise_has_no_slots(string file, string text, string more, string strategy)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {{build: ., ports: [\"80:80\"]{more}}}}}\nnetworks: {{lan: {{driver: macvlan}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], ListFiles = _ => [file], ReadFile = f => f == file ? text : null })
            .Services.ShouldHaveSingleItem().Strategy.ShouldBe(strategy);
    }

    [Theory]
    [InlineData("grpc://api:9999", "handoff")]
    [InlineData("redis://:secret@api:9999/0", "stateful")]
    [InlineData("mqtt://api:9999", "handoff")]
    public void A_port_that_others_speak_another_protocol_to_is_none_either(string address, string strategy)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{api: {{build: ., ports: [\"9999:9999\"]}}, web: {{build: ., environment: {{BACKEND: \"{address}\"}}}}}}\n"));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services[0].Strategy.ShouldBe(strategy);
    }

    [Theory]
    [InlineData("w", "{image: \"x:1\", command: \"celery -A x beat\", environment: {PORT: \"3005\"}}", "handoff")]
    [InlineData("w", "{image: \"x:1\", command: [node, dist/queue-worker.js], expose: [\"3005\"]}", "handoff")]
    [InlineData("worker", "{image: \"x:1\", expose: [\"8000\"]}", "handoff")]
    [InlineData("w", "{image: \"x:1\", command: \"gunicorn --workers 4 -k uvicorn.workers.UvicornWorker app:app\", expose: [\"8000\"]}", "blue-green")]
    [InlineData("w", "{image: \"x:1\", command: sh -c \"cron && exec apache2-foreground\", ports: [\"80:80\"]}", "handoff")]
    [InlineData("w", "{image: \"x:1\", command: sh -c \"celery -A x worker -B & exec gunicorn a\", ports: [\"80:80\"]}", "handoff")]
    [InlineData("w", "{image: \"wordpress\", ports: [\"80:80\"]}", "stateful")]
    [InlineData("w", "{image: \"vaultwarden/server:1\", ports: [\"80:80\"]}", "stateful")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], environment: {DATABASE_URL: \"sqlite:////srv/app.sqlite3\"}}", "stateful")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], environment: {DATABASE_URL: \"sqlite:///:memory:\"}}", "blue-green")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], runtime: nvidia}", "handoff")]
    [InlineData("w", "{image: \"x:1\", ports: [{target: 5000, published: \"5000\", app_protocol: grpc}]}", "handoff")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], volumes_from: [\"container:ext:rw\"]}", "handoff")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], volumes_from: [\"container:ext:ro\"]}", "blue-green")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], volumes: [\"/go/pkg/mod\"]}", "blue-green")]
    [InlineData("w", "{image: \"x:1\", ports: [\"80:8000\"], environment: {EUREKA_CLIENT_SERVICEURL_DEFAULTZONE: \"http://e:8761\"}}", "handoff")]
    [InlineData("trainer-grpc", "{image: \"x:1\", ports: [\"3010:3000\"]}", "handoff")]
    [InlineData("catalogue-db", "{image: \"acme/catalogue-db:1\"}", "stateful")]
    [InlineData("w", "{image: \"acme/w\", environment: {MYSQL_ROOT_PASSWORD: x}}", "stateful")]
    [InlineData("mail", "{image: \"sj26/mailcatcher\", expose: [\"1025\"], ports: [\"1080:1080\"]}", "handoff")]
    [InlineData("w", "{image: \"timberio/vector\", ports: [\"9001:9001\"], volumes: [\"/var/run/docker.sock:/var/run/docker.sock:ro\"]}", "handoff")]
    public void What_can_not_be_there_twice_or_keeps_data_is_known_by_more_than_its_image(string name, string service, string strategy) =>
        Guess(name, service).Strategy.ShouldBe(strategy);

    private static ServiceGuess Guess(string name, string service)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{{name}: {service}}}\n"));
        return SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Services.ShouldHaveSingleItem();
    }

    [Fact]
    public void The_database_is_the_one_that_most_services_name_and_has_the_name_that_they_give()
    {
        using var application = new Application(("compose.yaml", """
            name: a
            services:
              adb: {image: "postgres:16"}
              db: {image: "postgres:16"}
              web: {image: "x:1", ports: ["80:80"], environment: {DATABASE_URL: "postgres://u:p@db:5432/shop?x=1"} }
              job: {image: "x:1", command: celery worker, environment: {DB_HOST: db, DB_NAME: shop} }
            """));

        var text = SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Text;

        text.ShouldContain("database: {service: db, name: shop}");
        text.ShouldContain("adb is neither dumped nor checked");
    }

    [Theory]
    [InlineData("postgres://u:p@rds.example.com/shop", false)]
    [InlineData("postgres://u:p@:5432/shop", true)]
    [InlineData("mysql://u:p@other/shop", false)]
    public void A_database_that_no_address_leads_to_is_not_the_applications(string address, bool isNamed)
    {
        using var application = new Application(("compose.yaml", $$"""
            name: a
            services:
              testdb: {image: "postgres:16"}
              web: {image: "x:1", ports: ["80:80"], environment: {DATABASE_URL: "{{address}}"} }
            """));

        SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"] }).Text
            .Contains("database: {service: testdb", StringComparison.Ordinal).ShouldBe(isNamed);
    }
}
