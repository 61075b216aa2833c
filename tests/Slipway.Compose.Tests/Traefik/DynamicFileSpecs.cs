using Slipway.Compose.Traefik.Files;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Traefik;

/// <summary>The file by which Traefik's file provider sends requests to services.</summary>
public sealed class DynamicFileSpecs
{
    private static readonly TraefikEntrance Entrance = new(["websecure"], ["auth@file", "gzip@docker"], IsTls: true, "letsencrypt");

    [Fact]
    public void It_leads_hosts_and_paths_to_the_names_of_services() => Golden.ShouldBe(TraefikFile.Write("shop", Entrance,
    [
        new("web", "http://web:8000", "shop.example", "/"),
        new("web", "http://web:8000", "www.shop.example", "/"),
        new("api", "http://api:3000", "shop.example", "/api"),
        new("tenants", "h2c://tenants:5000", "*.shop.example", "/"),
        new("eu.tenants", "http://eu.tenants:5001", "*.eu.shop.example", "/"),
        new("rest", "http://rest:6000", null, "/"),
        new("rest", "http://rest:6000", null, "/static"),
    ]), "traefik-file.yml");

    [Fact]
    public void What_it_writes_is_what_Traefik_reads()
    {
        TraefikEntrance[] entrances = [Entrance, new([], [], IsTls: true, null), new([], [], IsTls: false, null)];

        foreach (var entrance in entrances)
        {
            TraefikSchema.Problems(TraefikFile.Write("shop", entrance, [new("web", "http://web:8000", null, "/"), new("web", "http://web:8000", "*.a.b", "/c")]))
                .ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b, priority: 3}\n  services:\n    b: {loadBalancer: {servers: [{url: 'http://b:80', weight: 2}]}}\n", "")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b@docker, tls: {domains: [{main: a}]}}\n", "")]
    [InlineData("tcp:\n  routers: {}\n", "")]
    [InlineData("http: [a\n", "it is no YAML")]
    [InlineData("- a\n", "it is no mapping")]
    [InlineData("https: {}\n", "the file has a key \"https\"")]
    [InlineData("http:\n  router: {}\n", "http has a key \"router\"")]
    [InlineData("http:\n  routers: {}\n", "http.routers is empty")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b}\n", "leads to b")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b@docker, entrypoints: [web]}\n", "the router a has a key \"entrypoints\"")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b@docker, entryPoints: web}\n", "entryPoints of the router a is no list")]
    [InlineData("http:\n  routers:\n    a: {service: b@docker}\n", "the router a has no rule")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)'}\n", "the router a has no service")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b@docker, priority: high}\n", "the priority of the router a is no number")]
    [InlineData("http:\n  routers:\n    a: {rule: 'Host(`a`)', service: b@docker, tls: {resolver: x}}\n", "tls of the router a has a key \"resolver\"")]
    [InlineData("http:\n  routers:\n    a@b: {rule: 'Host(`a`)', service: b@docker}\n", "an @ in its name")]
    [InlineData("http:\n  services:\n    b: {loadBalancer: {servers: []}}\n", "the service b has no servers")]
    [InlineData("http:\n  services:\n    b: {loadBalancer: {servers: [{url: 'b:80'}]}}\n", "no url of http, https or h2c")]
    [InlineData("http:\n  services:\n    b: {loadbalancer: {servers: [{url: 'http://b:80'}]}}\n", "the service b has a key \"loadbalancer\"")]
    [InlineData("http:\n  services:\n    b: {loadBalancer: {server: [{url: 'http://b:80'}]}}\n", "has a key \"server\"")]
    public void What_Traefik_would_drop_is_told(string text, string told)
    {
        var problems = string.Join('\n', TraefikSchema.Problems(text));

        if (told.Length == 0)
        {
            problems.ShouldBeEmpty();
        }
        else
        {
            problems.ShouldContain(told);
        }
    }

    [Fact]
    public void It_is_known_whose_a_file_is()
    {
        var text = TraefikFile.Write("shop", Entrance, [new("web", "http://web:8000", null, "/")]);

        TraefikFile.IsOf("shop", text).ShouldBeTrue();
        TraefikFile.IsOf("shop-eu", text).ShouldBeFalse();
        TraefikFile.IsOf("shop", "http: {}\n").ShouldBeFalse();
    }
}
