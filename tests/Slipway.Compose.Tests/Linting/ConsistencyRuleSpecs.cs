using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Tests.Linting;

public sealed class ConsistencyRuleSpecs
{
    private static readonly ComposeSurroundings Known = Lints.With(new() { ExposedPorts = [8000] }) with
    {
        Exists = path => path == "here",
        Drains = new[] { "web", "a", "b" }.ToDictionary(service => service, _ => TimeSpan.FromSeconds(30)),
        HealthAddresses = new Dictionary<string, HealthAddress> { ["proxied"] = new(9000, null) },
    };

    [Theory]
    [InlineData("SLC201", "web: {ports: ['80:8080']}", "it leads to port 8080, but the image exposes 8000")]
    [InlineData("SLC201", "proxied: {build: .}", "slipway.yaml sends requests to port 9000, but the image exposes 8000")]
    [InlineData("SLC202", "web: {build: ., image: 'app:1'}\n  worker: {image: 'app:2'}", "web builds app:1, but worker runs app:2")]
    [InlineData("SLC202", "web: {build: ./a, image: app}\n  worker: {build: ./b, image: app}", "web builds app from something else: the last one built wins")]
    [InlineData("SLC203", "web: {image: 'nginx:${TAG:-latest}'}", "nginx:latest has no version")]
    [InlineData("SLC203", "web: {image: 'host:5000/nginx'}", "host:5000/nginx has no version")]
    [InlineData("SLC204", "web: {image: x}", "web has no restart policy")]
    [InlineData("SLC205", "web: {image: x}", "web has no memory limit")]
    [InlineData("SLC206", "web: {stop_grace_period: 20s}", "web is killed after 20 s, but its requests may take 30 s")]
    [InlineData("SLC207", "web: {environment: [DB_PASSWORD=x]}", "DB_PASSWORD is written out")]
    [InlineData("SLC207", "web: {environment: {API_KEY: x}}", "API_KEY is written out")]
    [InlineData("SLC207", "web: {environment: {DATABASE_URL: 'postgres://app:hunter2@db/app'}}", "DATABASE_URL is written out")]
    [InlineData("SLC208", "a: {depends_on: [b]}\n  b: {depends_on: {c: {}}}\n  c: {depends_on: [a]}", "a waits for b waits for c waits for a")]
    [InlineData("SLC209", "web: {volumes: ['./gone.conf:/x', './here:/y', 'data:/z']}", "there is no ./gone.conf")]
    [InlineData("SLC209", "web: {volumes: ['./gone:/x:ro']}", "there is no ./gone")]
    [InlineData("SLC209", "web: {volumes: ['./gone:/etc/nginx/nginx.conf']}", "there is no ./gone")]
    [InlineData("SLC207", "web: {environment: {STRIPE_SK: sk_live_51Habcdefghijklmn}}", "STRIPE_SK is written out")]
    [InlineData("SLC207", "web: {environment: {GH: ghp_0123456789abcdef}}", "GH is written out")]
    [InlineData("SLC207", "web: {environment: {JWT_SECRET: x, JWT_SECRET_EXPIRES_IN: 15m}}", "JWT_SECRET is written out")]
    [InlineData("SLC210", "a: {ports: ['53:53', '53:53/udp']}\n  b: {ports: ['53:53', '53:53/udp']}", "b publishes port 53 of the host, and so does a")]
    [InlineData("SLC212", "a: {container_name: one}\n  b: {container_name: two}\n  c: {container_name: one}", "the container of c is called one, and so is that of a")]
    [InlineData("SLC209", "web: {volumes: [{type: bind, source: ./gone, target: /x}]}", "there is no ./gone")]
    [InlineData("SLC210", "a: {ports: ['127.0.0.1:80:1']}\n  b: {ports: [{published: '80', target: 2}]}", "b publishes port 80 of the host, and so does a")]
    public void What_does_not_fit_together_is_found(string code, string services, string message) =>
        Lints.Of($"services:\n  {services}\n", code, Known).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Theory]
    [InlineData("SLC202", "web: {build: ., image: 'app:1'}\n  worker: {build: ./, image: 'app:1'}")]
    [InlineData("SLC203", "web: {image: 'a@sha256:00'}\n  b: {build: ., image: app}\n  c: {image: app}\n  d: {image: '${IMAGE}'}")]
    [InlineData("SLC204", "web: {restart: 'no'}\n  job: {profiles: [x]}\n  once: {}\n  api: {restart: always, depends_on: {once: {condition: service_completed_successfully}}}")]
    [InlineData("SLC205", "web: {mem_limit: 1g}\n  api: {deploy: {resources: {limits: {memory: 1g}}}}")]
    [InlineData("SLC207", "web: {environment: {A_PASSWORD: '${P}', B_PASSWORD_FILE: /run/x, C_PASSWORD: /run/secrets/c, PASSAGE: x, A_URL: 'http://u:${P}@h/', B_URL: 'http://h:80/a@b'}}")]
    [InlineData("SLC207", "web: {environment: {ACCESS_TOKEN_EXPIRE_MINUTES: 30, PASSWORD_MIN_LENGTH: 8, API_KEY_HEADER: X-Key, JWT_PRIVATE_KEY_PATH: /k.pem}}")]
    [InlineData("SLC207", "web: {environment: {NEXT_PUBLIC_API_KEY: pk_abc, VITE_API_KEY: abc, TOKEN_TTL: 5m, AWS_ACCESS_KEY_ID: x, SECRET_NAME: x, PASSWORD_HASHER: argon2}}")]
    [InlineData("SLC209", "web: {volumes: ['/data', './newdata:/data', '/srv/files:/files']}")]
    [InlineData("SLC210", "a: {ports: ['53:53']}\n  b: {ports: ['53:53/udp']}")]
    [InlineData("SLC212", "a: {container_name: one, profiles: [x]}\n  b: {container_name: one, profiles: [y]}\n  c: {}")]
    [InlineData("SLC002", "web: {build: {context: ., no_cache_filter: [a]}, pre_start: [{command: x}], models: [llm]}\n  p: {provider: {type: x}}")]
    [InlineData("SLC106", "web: {ports: ['8090-8095:80-85', '443:443'], healthcheck: {test: 'curl -f http://localhost:83/'}}")]
    [InlineData("SLC106", "web: {expose: ['3000-3005'], healthcheck: {test: 'curl -f http://localhost:3004/'}}")]
    [InlineData("SLC208", "a: {depends_on: [b]}\n  b: {}")]
    [InlineData("SLC210", "a: {ports: ['80:1/udp', '127.0.0.1:90:1'], profiles: [x]}\n  b: {ports: ['80:1', '127.0.0.2:90:1']}\n  c: {ports: ['80:1/udp'], profiles: [y]}")]
    public void What_fits_is_left_alone(string code, string services) => Lints.Of($"services:\n  {services}\n", code).ShouldBeEmpty();

    [Fact]
    public void What_listens_is_started_again() =>
        Lints.Mended("services:\n  web:\n    image: x # c\n    ports: [80]\n  job:\n    image: y\n", "SLC204")
            .ShouldBe("services:\n  web:\n    image: x # c\n    ports: [80]\n    restart: unless-stopped\n  job:\n    image: y\n");

    [Fact]
    public void A_shared_fragment_is_mended_once_and_all_that_share_it_are_named()
    {
        const string text = "x-app: &app\n  image: x\n  stop_grace_period: 1s\nservices:\n  a: {<<: *app, ports: [80]}\n  b: {<<: *app, ports: [81]}\n";

        var finding = Lints.Of(text, "SLC206", Known)[0];

        finding.Fix.Reason.ShouldBe("waits as long as the drain; b shares it and changes as well");
        Lints.Mended(text, "SLC206", Known).ShouldBe(text.Replace("1s", "30s", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fragment_that_is_something_else_elsewhere_is_left_alone() =>
        Lints.Mended("x-a: &a {image: x}\nservices:\n  web: {<<: *a, ports: [80]}\nvolumes:\n  data: *a\n", "SLC204")
            .ShouldBe("x-a: &a {image: x}\nservices:\n  web: {<<: *a, ports: [80], restart: unless-stopped}\nvolumes:\n  data: *a\n");

    [Fact]
    public void A_comment_silences_a_rule()
    {
        Lints.Of("services:\n  # slipway ignore=SLC204 # it is for tests\n  web: {image: x}\n", "SLC204").ShouldBeEmpty();
        Lints.Of("# slipway global ignore=SLC204,SLC205\nservices:\n  web: {image: x}\n", "SLC205").ShouldBeEmpty();
    }

    [Fact]
    public void Bad_input_is_a_finding_at_its_place() =>
        Lints.Of("services:\n  web: [}\n", "SLC001").ShouldHaveSingleItem().ToString().ShouldStartWith("compose.yaml:2:9: error SLC001: this is no valid YAML");
}
