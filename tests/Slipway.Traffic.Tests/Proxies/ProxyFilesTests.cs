using Slipway.Testing;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Caddy;
using Slipway.Traffic.Proxies.HaProxy;
using Slipway.Traffic.Proxies.Nginx;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class ProxyFilesTests
{
    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void The_nginx_configuration_reads_as_agreed(string plan)
    {
        var file = new NginxProxy().Files(Plans.Named(plan))[0];

        file.Path.ShouldBe("/etc/nginx/nginx.conf");
        Golden.ShouldBe(file.Content, $"nginx-{plan}.conf");
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void The_haproxy_configuration_reads_as_agreed(string plan)
    {
        var file = new HaProxyProxy().Files(Plans.Named(plan))[0];

        file.Path.ShouldBe("/usr/local/etc/haproxy/haproxy.cfg");
        Golden.ShouldBe(file.Content, $"haproxy-{plan}.cfg");
    }

    [Theory]
    [MemberData(nameof(Plans.Names), MemberType = typeof(Plans))]
    public void The_caddy_configuration_reads_as_agreed(string plan)
    {
        var file = new CaddyProxy().Files(Plans.Named(plan))[0];

        file.Path.ShouldBe("/etc/caddy/Caddyfile");
        Golden.ShouldBe(file.Content, $"caddy-{plan}.Caddyfile");
    }

    [Fact]
    public void A_caddy_that_obtains_its_certificates_keeps_them_and_trusts_the_authority()
    {
        var files = new CaddyProxy().Files(Plans.Obtained);

        Golden.ShouldBe(files[0].Content, "caddy-obtained.Caddyfile");
        files[1].ShouldBe(new ProxyFile("/etc/caddy/authority.pem", Plans.Obtained.Tls!.Automatic!.AuthorityRoot!));
        files.Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public void No_configuration_is_made_from_a_plan_with_problems(string kind)
    {
        var plan = Plans.One with { Listeners = [Listener.To(80, "web")] };

        var refusal = Should.Throw<ArgumentException>(() => Kinds.Of(kind).Files(plan));

        refusal.Message.ShouldStartWith("Port 80 routes / to web, which is no blue-green service of this proxy (bot).");
    }

    [Fact]
    public void The_command_of_haproxy_has_nothing_that_compose_would_take_for_a_variable() =>
        string.Concat(new HaProxyProxy().Command(Plans.ThreeWithHosts)!).ShouldNotContain('$');
}
