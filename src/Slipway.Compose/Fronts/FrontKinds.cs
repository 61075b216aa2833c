using Slipway.Compose.Fronts.HaProxy;
using Slipway.Compose.Fronts.Nginx;
using Slipway.Compose.Fronts.Others;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Fronts;

/// <summary>The programs that are known to stand before others.</summary>
internal static class FrontKinds
{
    private static readonly FrontKind[] All =
    [
        new("nginx-proxy", ["nginx-proxy"], [], AnyReader.Read),
        new("Nginx Proxy Manager", ["nginx-proxy-manager", "nginxproxymanager", "npm-plus", "npmplus"], [], AnyReader.Read),
        new("SWAG", ["swag", "letsencrypt"], ["/config/nginx"], NginxReader.Read) { FollowsIncludes = true },
        new("OpenResty", ["openresty"], ["/usr/local/openresty/nginx/conf"], NginxReader.Read) { ServesFiles = true, FollowsIncludes = true },
        new("HAProxy", ["haproxy"], ["/usr/local/etc/haproxy", "/etc/haproxy"], HaProxyReader.Read) { Written = "haproxy", FollowsIncludes = true },
        new("nginx", ["nginx", "angie", "tengine", "freenginx"], ["/etc/nginx", "/opt/bitnami/nginx/conf", "/usr/local/nginx/conf"], NginxReader.Read)
        {
            Written = "nginx",
            ServesFiles = true,
            FollowsIncludes = true,
        },
        new("Apache", ["httpd", "apache", "apache2"], ["/usr/local/apache2/conf", "/etc/apache2", "/etc/httpd", "/opt/bitnami/apache"], ApacheReader.Read)
        {
            ServesFiles = true,
        },
        new("Caddy", ["caddy"], ["/etc/caddy"], CaddyReader.Read) { ServesFiles = true },
        new("Traefik", ["traefik"], ["/etc/traefik"], TraefikReader.Read) { GuessesPorts = true },
        new("Envoy", ["envoy"], ["/etc/envoy"], AnyReader.Read),
        new(
            "Apache Traffic Server", ["trafficserver", "ats"], ["/etc/trafficserver", "/opt/etc/trafficserver", "/usr/local/etc/trafficserver"],
            AnyReader.Read),
        new("Varnish", ["varnish"], ["/etc/varnish"], AnyReader.Read),
        new("Squid", ["squid"], ["/etc/squid"], AnyReader.Read),
        new("lighttpd", ["lighttpd"], ["/etc/lighttpd"], AnyReader.Read) { ServesFiles = true },
        new("H2O", ["h2o"], ["/etc/h2o"], AnyReader.Read) { ServesFiles = true },
        new("Kong", ["kong"], ["/etc/kong", "/kong"], AnyReader.Read),
        new("APISIX", ["apisix"], ["/usr/local/apisix/conf"], AnyReader.Read),
        new(
            "a proxy",
            [
                "proxy", "reverseproxy", "gateway", "ingress", "loadbalancer", "lb", "portal", "krakend", "pomerium", "oathkeeper", "anubis", "bunkerweb",
                "zoraxy",
            ],
            [], AnyReader.Read) { IsVague = true },
    ];

    /// <summary>Images with such a word that are something else: what watches a proxy, or an application with a web server in it.</summary>
    private static readonly string[] Others =
    [
        "exporter", "php", "fpm", "flask", "uwsgi", "wsgi", "unit", "companion", "gen", "rtmp", "amplify", "logs", "certbot", "fastapi", "gunicorn", "django",
        "sql", "socket",
    ];

    /// <summary>The kind of an image, or null.</summary>
    public static FrontKind? Of(string? image)
    {
        var name = ImageKinds.NameOf(image).ToLowerInvariant();
        var words = name.Split('-', '_', '.');
        return words.Intersect(Others).Any() ? null : Array.Find(All, k => k.Images.Any(i => i == name || words.Contains(i)));
    }

    /// <summary>The kind whose configuration lies at a path inside a container, or null.</summary>
    public static FrontKind? At(string path) =>
        Array.Find(All, k => k.Folders.Any(f => path == f || path.StartsWith(f + "/", StringComparison.Ordinal)));

    /// <summary>Whether an image is the one that the makers of nginx or HAProxy publish, from whatever registry.</summary>
    public static bool IsOriginal(FrontKind kind, string image)
    {
        var parts = image.Split('@')[0].Split('/');
        var isRegistry = parts.Length > 1 && (parts[0].Contains('.', StringComparison.Ordinal) || parts[0].Contains(':', StringComparison.Ordinal));
        return ImageKinds.NameOf(image) == kind.Written && (parts[(isRegistry ? 1 : 0)..] is [_] || parts is [.., "library", _]);
    }
}
