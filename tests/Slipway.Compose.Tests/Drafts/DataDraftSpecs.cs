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

    private static ServiceGuess Guess(string service, params string[] volumes)
    {
        using var application = new Application(("compose.yaml", $"name: a\nservices: {{web: {service}}}\nvolumes: {{files: {{}}}}\n"));
        return SettingsDraft.Of(application.Model, new ApplicationFacts { ComposeFiles = ["compose.yaml"], Images = new WithVolumes(volumes) }).Services.ShouldHaveSingleItem();
    }

    private sealed class WithVolumes(string[] volumes) : IServiceImages
    {
        public ImageFacts? Find(string service, string? image) => new() { Volumes = [.. volumes] };
    }
}
