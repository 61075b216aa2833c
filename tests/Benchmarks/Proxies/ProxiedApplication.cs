using System.Globalization;
using System.Net;
using Benchmarks.Deploy;
using Slipway.Testing.Network;

namespace Benchmarks.Proxies;

/// <summary>A service that answers at once, behind a proxy of one kind, deployed by Slipway; a second service comes and goes.</summary>
internal sealed class ProxiedApplication : IAsyncDisposable
{
    private const string Extra = "  extra: {strategy: blue-green, port: 8000, health: /, drain: 3s, hosts: [extra.example]}\n";
    private readonly Shell _shell;
    private readonly string _kind;
    private readonly string _folder;
    private readonly string _root;
    private bool _hasExtra;

    private ProxiedApplication(Shell shell, string kind, string folder, string root) => (_shell, _kind, _folder, _root) = (shell, kind, folder, root);

    /// <summary>The port of the host that leads to the proxy.</summary>
    public int Port { get; } = FreePort.Find();

    private string Name => $"slipway-bench-proxies-{_kind}";

    private string Proxy => $"{Name}-front-1";

    /// <summary>Deploys it with the first image of its proxy.</summary>
    /// <param name="image">An image of that kind.</param>
    public static async Task<ProxiedApplication> StartAsync(Shell shell, string root, string folder, string kind, string image)
    {
        Directory.CreateDirectory(folder);
        var application = new ProxiedApplication(shell.In(folder), kind, folder, root);
        foreach (var version in (int[])[1, 2])
        {
            var container = (await shell.RunAsync("docker", "create", $"{BenchImages.Prefix}/{image}")).Output;
            await shell.RunAsync("docker", "commit", "--change", $"LABEL slipway.version={version}", container, application.ImageOf(version));
            await shell.RunAsync("docker", "rm", container);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "web.conf"), "server { listen 8000; location / { return 200 \"served\\n\"; } }\n");
        await application.DeployAsync(1, hasExtra: false);
        return application;
    }

    /// <summary>Deploys the proxy with an image, with or without the second service.</summary>
    public async Task DeployAsync(int version, bool hasExtra, params string[] options)
    {
        _hasExtra = hasExtra;
        const string Service = "    volumes: [\"./web.conf:/etc/nginx/conf.d/default.conf:ro\"]\n    command: [nginx, -g, \"daemon off;\"]\n";
        var server = $"    image: {BenchImages.Prefix}/nginx:1.28\n{Service}";
        await File.WriteAllTextAsync(Path.Combine(_folder, "compose.yaml"), string.Create(CultureInfo.InvariantCulture, $"""
            name: {Name}
            services:
              front:
                image: {ImageOf(version)}
                ports: ["127.0.0.1:{Port}:80"]
              web:
            {server}{(_hasExtra ? $"  extra:\n{server}" : string.Empty)}
            """));
        await File.WriteAllTextAsync(Path.Combine(_folder, "slipway.yaml"), $$"""
            application: {{Name}}
            proxy: {kind: {{_kind}}, service: front}
            services:
              web: {strategy: blue-green, port: 8000, health: /, drain: 3s}
            {{(_hasExtra ? Extra : string.Empty)}}
            """);
        await _shell.RunAsync([Path.Combine(_root, "build.sh"), "--target=Deploy", $"--app={_folder}", .. options]);
    }

    /// <summary>Lets the proxy itself read its configuration again, as its own documentation says.</summary>
    public Task ReloadAsync() => _shell.RunAsync(["docker", "exec", Proxy, .. _kind switch
    {
        "nginx" => (string[])["nginx", "-s", "reload"],
        "haproxy" => ["sh", "-c", "kill -USR2 1"],
        "caddy" => ["caddy", "reload", "--force", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile", "--address", "unix//run/slipway-caddy.sock"],
        _ => throw new ArgumentException($"How is {_kind} reloaded?"),
    }]);

    /// <summary>Where the proxy is, without the engine's own forwarding.</summary>
    public async Task<IPEndPoint> ProxyAsync() => new(await AddressAsync(Proxy), 80);

    /// <summary>Where the slot is that serves.</summary>
    public async Task<IPEndPoint> SlotAsync() => new(await AddressAsync($"{Name}-web-blue-1"), 8000);

    public async ValueTask DisposeAsync()
    {
        await _shell.RunAsync("sh", "-c", $"docker rm -f -v $(docker ps -aq --filter label=slipway.app={Name}) || true");
        await _shell.RunAsync([0, 1], "docker", "network", "rm", $"{Name}_default", $"{Name}_slots");
        await _shell.RunAsync([0, 1], "docker", "volume", "rm", $"{Name}_slots");
        await _shell.RunAsync("sh", "-c", $"docker image rm -f $(docker images --format '{{{{.Repository}}}}:{{{{.Tag}}}}' | grep {Name}) || true");
    }

    private string ImageOf(int version) => string.Create(CultureInfo.InvariantCulture, $"{Name}:{version}");

    private async Task<IPAddress> AddressAsync(string container) =>
        IPAddress.Parse((await _shell.RunAsync("docker", "inspect", "--format", $"{{{{(index .NetworkSettings.Networks \"{Name}_slots\").IPAddress}}}}", container)).Output);
}
