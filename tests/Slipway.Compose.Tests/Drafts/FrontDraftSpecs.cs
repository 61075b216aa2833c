using Slipway.Compose.Drafts;
using Slipway.Compose.Tests.Oracle;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Drafts;

/// <summary>What the user's own front does besides passing requests on, and what Init makes of it.</summary>
public sealed class FrontDraftSpecs
{
    private const string Pass = "location / { proxy_pass http://api:9000; }";

    [Theory]
    [InlineData("limits the size of requests", "client_max_body_size 2m;")]
    [InlineData("asks who somebody is", "auth_basic \"Who?\"; auth_basic_user_file /etc/nginx/users;")]
    [InlineData("limits requests", "limit_req zone=one;")]
    [InlineData("compresses answers", "gzip on;")]
    [InlineData("adds headers to answers", "add_header X-Frame-Options DENY;")]
    [InlineData("adds headers to answers", "expires 7d;")]
    [InlineData("lets only some in", "deny all;")]
    [InlineData("lets only some in", "allow 10.0.0.0/8;")]
    [InlineData("serves files", "location /static/ { alias /srv/static/; }")]
    [InlineData("serves files", "location /assets/ { try_files $uri =404; }")]
    [InlineData("rewrites or answers itself", "rewrite ^/old /new permanent;")]
    [InlineData("rewrites or answers itself", "location /gone { return 410; }")]
    [InlineData("rewrites or answers itself", "if ($http_x = y) { return 403; }")]
    [InlineData("decides by variables", "set $a b;")]
    [InlineData("sets headers of its own", "proxy_set_header Host shop.test;")]
    [InlineData("sets headers of its own", "proxy_set_header X-Forwarded-Proto https;")]
    [InlineData("sets headers of its own", "proxy_set_header X-Secret s3cret;")]
    [InlineData("sets headers of its own", "proxy_set_header X-Forwarded-For $remote_addr;")]
    [InlineData("keeps answers", "proxy_cache one;")]
    [InlineData("takes headers from answers", "proxy_hide_header Server;")]
    [InlineData("changes answers", "sub_filter a b;")]
    [InlineData("copies requests", "mirror /m;")]
    [InlineData("runs Lua", "access_by_lua_block { if ngx.var.x then ngx.exit(403) end }")]
    [InlineData("chooses by more than the beginning of a path", "location = /a { proxy_pass http://api:9000; }")]
    [InlineData("listens in a way of its own", "listen 80 proxy_protocol;")]
    [InlineData("listens in a way of its own", "listen 127.0.0.1:80;")]
    [InlineData("ends TLS", "listen 443 ssl;")]
    [InlineData("tells host names apart", "server_name a.test b.test;")]
    [InlineData("tells host names apart", "server_name ~^www;")]
    [InlineData("waits in a way of its own", "proxy_read_timeout 2h;")]
    [InlineData("writes logs of its own", "access_log /var/log/nginx/fail2ban.log;")]
    [InlineData("has a directive frobnicate that Slipway's own configuration has not", "frobnicate on;")]
    [InlineData("includes snippets/*.conf, which isn't among its files", "include snippets/*.conf;")]
    public void Whatever_nginx_does_besides_passing_on_leads_to_behind_with_its_place(string deed, string directive)
    {
        var draft = Nginx($"server {{\n{directive}\n{Pass}\n}}");

        draft.Text.ShouldContain($"# - {deed} (site.conf:2)\n");
        draft.Text.ShouldContain("behind: front");
        draft.Text.ShouldContain("api:   {strategy: blue-green, port: 9000}");
        draft.Text.ShouldContain("front: {strategy: stateful}");
        draft.Text.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("map $uri $x { default a; }", "decides by variables")]
    [InlineData("geo $x { default a; }", "decides by variables")]
    [InlineData("upstream u { server api:9000 weight=3; }", "balances over servers in a way of its own")]
    [InlineData("upstream u { server api:9000; server other:9000 backup; }", "balances over several servers")]
    [InlineData("upstream u { ip_hash; server api:9000; }", "balances over servers in a way of its own")]
    [InlineData("lua_shared_dict a 1m;", "runs Lua")]
    public void So_does_what_stands_outside_of_its_server(string directive, string deed) =>
        Nginx($"{directive}\nserver {{ listen 80; {Pass} }}").Text.ShouldContain($"# - {deed} (site.conf:1)\n");

    [Theory]
    [InlineData("server { listen 80; listen [::]:80; server_name shop.test; location / { proxy_pass http://api:9000; proxy_set_header Host $host; } }")]
    [InlineData("upstream u { server api:9000; keepalive 8; } server { location / { proxy_pass http://u/; proxy_http_version 1.1; proxy_read_timeout 60s; } }")]
    [InlineData("map $http_upgrade $connection_upgrade { default upgrade; '' close; } server { location / { proxy_pass http://api:9000; proxy_set_header Connection $connection_upgrade; } }")]
    public void What_only_passes_on_is_written_by_Slipway(string configuration) =>
        Nginx(configuration).Text.ShouldContain("proxy: {kind: nginx, service: front, listen: 80}");

    [Fact]
    public void What_is_included_is_read_also_from_a_mounted_folder()
    {
        var draft = Draft(
            Front("nginx:1.28", "./nginx:/etc/nginx:ro"),
            ("./nginx/nginx.conf", "events {}\nhttp { include conf.d/*.conf; }"),
            ("./nginx/conf.d/site.conf", $"server {{ listen 80; include snippets/*.conf; {Pass} }}"),
            ("./nginx/snippets/closed.conf", "# nobody\ndeny all;"));

        draft.Text.ShouldContain("# - lets only some in (nginx/snippets/closed.conf:2)\nproxy: {behind: front");
        draft.Text.ShouldNotContain("can't be read");
    }

    [Theory]
    [InlineData("nginx:1.28", "conf:/etc/nginx/conf.d", "has a configuration that can't be read (the volume conf)")]
    [InlineData("nginx:1.28", "./away:/etc/nginx/conf.d", "has a configuration that can't be read (away)")]
    [InlineData("nginx:1.28", "./site.conf:/etc/nginx/templates/default.conf.template", "is rendered from a template when it starts (site.conf:1)")]
    [InlineData("nginx:1.28", "./site.conf:/etc/nginx/conf.d/site.conf", "has the image's own conf.d/default.conf beside it, which serves port 80 too")]
    [InlineData("registry.example/team/nginx:1", "./site.conf:/etc/nginx/conf.d/default.conf", "has an image that may do more than its configuration says")]
    [InlineData("openresty/openresty:1", "./site.conf:/etc/nginx/conf.d/default.conf", "is OpenResty, which Slipway writes no configuration for")]
    public void What_cannot_be_read_in_full_leads_to_behind(string image, string mount, string deed) =>
        Draft(Front(image, mount), ("./site.conf", $"server {{ listen 80; {Pass} }}")).Text.ShouldContain($"# - {deed}\n");

    [Theory]
    [InlineData("backend b\n  http-request deny if { path /admin }\n  server a api:9000", "decides which requests it takes")]
    [InlineData("userlist u\n  user a password b\nbackend b\n  server a api:9000", "asks who somebody is")]
    [InlineData("backend b\n  stick-table type ip size 1k\n  server a api:9000", "remembers who asked")]
    [InlineData("backend b\n  server a api:9000\n  server b other:9000", "balances over several servers")]
    [InlineData("backend b\n  server a api:9000 weight 10", "balances over servers in a way of its own")]
    [InlineData("backend b\n  http-response set-header X y\n  server a api:9000", "changes answers")]
    [InlineData("backend b\n  acl x path /y\n  server a api:9000", "decides which requests it takes")]
    [InlineData("backend b\n  frobnicate\n  server a api:9000", "has a line frobnicate that Slipway's own configuration has not")]
    public void So_does_what_HAProxy_does(string backend, string deed) =>
        HaProxy("http", backend).Text.ShouldContain($"# - {deed} (haproxy.cfg:");

    [Fact]
    public void What_HAProxy_only_passes_on_is_written_by_Slipway() =>
        HaProxy("http", "backend b\n  server a api:9000 check").Text.ShouldContain("proxy: {kind: haproxy, service: front, listen: 80}");

    [Fact]
    public void What_is_not_HTTP_stays_out_of_the_slots()
    {
        var draft = HaProxy("tcp", "backend b\n  server a api:9000 send-proxy-v2");

        draft.Services.Single(one => one.Service == "api").Why.ShouldBe("front speaks the PROXY protocol to it, and Slipway's gateway only HTTP");
        draft.Services.Single(one => one.Service == "front").Strategy.ShouldBe("handoff");
    }

    [Theory]
    [InlineData("httpd:2.4", "/usr/local/apache2/conf/httpd.conf", "Apache", "<VirtualHost *:80>\nServerName shop.test\nProxyPass / http://api:9000/\n</VirtualHost>", "http://shop.test/")]
    [InlineData("caddy:2", "/etc/caddy/Caddyfile", "Caddy", "http://shop.test {\n  reverse_proxy api:9000\n}", "http://shop.test/")]
    [InlineData("traefik:v3", "/etc/traefik/dynamic.yml", "Traefik", "http: {services: {a: {loadBalancer: {servers: [{url: \"http://api:9000\"}]}}}}", null)]
    [InlineData("envoyproxy/envoy:v1", "/etc/envoy/envoy.yaml", "Envoy", "socket_address:\n  address: api\n  port_value: 9000", null)]
    [InlineData("registry.example/cache/varnish:7", "/etc/varnish/default.vcl", "Varnish", "backend default { .host = \"api\"; .port = \"9000\"; }", null)]
    [InlineData("trafficserver:9", "/opt/etc/trafficserver/remap.config", "Apache Traffic Server", "map / http://api:9000/", null)]
    public void Any_other_front_stays_and_tells_the_ports_behind_it(string image, string path, string name, string configuration, string? asked)
    {
        var draft = Draft(Front(image, $"./front.txt:{path}"), ("./front.txt", configuration));

        draft.Text.ShouldContain($"# - is {name}, which Slipway writes no configuration for");
        draft.Services.Single(one => one.Service == "api").Port.ShouldBe(9000);
        draft.Text.ShouldContain(asked is null ? "proxy: {behind: front" : $"    - {asked}\n");
    }

    [Fact]
    public void The_whole_draft_names_what_is_asked_before_and_after()
    {
        var draft = Draft(
            """
            name: a
            services:
              api: {build: .}
              web: {build: .}
              front:
                image: "nginx:1.28"
                ports: ["80:80", "8443:443", "127.0.0.1:9000:9000"]
                volumes: ["./conf.d:/etc/nginx/conf.d:ro"]
            """,
            ("./conf.d/shop.conf", """
                client_max_body_size 20m;
                server { listen 80; server_name shop.test *.shop.test; return 301 https://$host$request_uri; }
                server {
                    listen 443 ssl;
                    server_name shop.test;
                    location /api/ { proxy_pass http://api:9000/; }
                    location / { proxy_pass http://web:9000; }
                }
                """));

        Golden.ShouldBe(draft.Text, "behind.slipway.yaml");
    }

    [Theory]
    [InlineData("server { listen 80; root /srv; }", "blue-green", "port 80 is published; it is ready when / answers")]
    [InlineData("server { listen 80; location / { proxy_pass http://api:9000; } }", "stateful", "it stays as it is; its own image is replaced only with --consent=front")]
    public void A_front_that_is_built_stays_when_it_passes_requests_on(string configuration, string strategy, string why)
    {
        using var application = new Application(("compose.yaml", "name: a\nservices: {api: {build: ., expose: [\"9000\"]}, front: {build: ./front, ports: [\"80:80\"]}}\n"));

        var draft = SettingsDraft.Of(application.Model, Facts(("./front/site.conf", configuration)) with
        {
            BaseImage = service => service == "front" ? "nginx:alpine" : null,
            Copies = service => service == "front" ? [new("/app/site.conf", "/etc/nginx/conf.d/default.conf", IsFromStage: true)] : [],
        });

        var front = draft.Services.Single(one => one.Service == "front");
        (front.Strategy, front.Why).ShouldBe((strategy, why));
    }

    [Theory]
    [InlineData("labels: {traefik.enable: \"true\"}", "Traefik finds it by its labels")]
    [InlineData("labels: {caddy: a.test, caddy.reverse_proxy: \"{{upstreams 8000}}\"}", "Caddy finds it by its labels")]
    [InlineData("environment: {VIRTUAL_HOST: a.test}", "nginx-proxy finds it by VIRTUAL_HOST")]
    public void What_a_front_of_another_project_finds_has_no_slots(string found, string why)
    {
        var web = Draft($"name: a\nservices: {{web: {{image: \"x:1\", expose: [\"8000\"], {found}}}}}\nnetworks: {{default: {{external: true, name: edge}}}}\n")
            .Services.ShouldHaveSingleItem();

        web.Strategy.ShouldBe("handoff");
        web.Why.ShouldStartWith(why);
    }

    [Theory]
    [InlineData("BROKER: \"http://api:5679\"", "peer reaches it on port 5679 too (BROKER), and Slipway's gateway passes on 8000 alone")]
    [InlineData("SMTP_HOST: api, SMTP_PORT: \"1025\"", "peer reaches it on port 1025 too (SMTP_PORT), and Slipway's gateway passes on 8000 alone")]
    public void A_second_port_that_another_service_names_is_told(string environment, string why)
    {
        var api = Draft($"name: a\nservices: {{api: {{image: \"x:1\", ports: [\"8000:8000\"]}}, peer: {{image: \"y:1\", environment: {{{environment}}}}}}}\n")
            .Services.Single(one => one.Service == "api");

        (api.Strategy, api.Why).ShouldBe(("handoff", why));
    }

    private static SettingsDraft Nginx(string configuration) =>
        Draft(Front("nginx:1.28", "./site.conf:/etc/nginx/conf.d/default.conf:ro"), ("./site.conf", configuration));

    private static SettingsDraft HaProxy(string mode, string backend) => Draft(
        Front("haproxy:2.8", "./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"),
        ("./haproxy.cfg", $"defaults\n  mode {mode}\n  timeout client 30s\nfrontend f\n  bind *:80\n  default_backend b\n{backend}\n"));

    private static string Front(string image, string mount) => $$"""
        name: a
        services:
          api: {build: ., expose: ["9000"]}
          other: {build: .}
          front: {image: "{{image}}", ports: ["80:80"], depends_on: [api], volumes: ["{{mount}}"]}
        {{(mount.StartsWith('.') ? "" : "volumes: {conf: {}}")}}
        """;

    private static SettingsDraft Draft(string compose, params (string Path, string Text)[] files)
    {
        using var application = new Application(("compose.yaml", compose));
        return SettingsDraft.Of(application.Model, Facts(files));
    }

    private static ApplicationFacts Facts(params (string Path, string Text)[] files) => new()
    {
        ComposeFiles = ["compose.yaml"],
        ReadFile = path => files.FirstOrDefault(file => file.Path == path).Text,
        ListFiles = folder => [.. files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)).Select(file => file.Path[(folder.Length + 1)..])],
    };
}
