using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Slipway.Testing;
using Slipway.Testing.Engine;

namespace Slipway.Samples.Tests;

/// <summary>samples/hello-bot, built and started with a plain `docker compose up`, under a name of its own.</summary>
public sealed class HelloBot : IAsyncLifetime
{
    private static readonly string[] Probe = ["--publish", "127.0.0.1::8080", "--detach"];

    private readonly Dictionary<string, string?> _environment = new()
    {
        ["COMPOSE_PROJECT_NAME"] = $"samples-tests-{Environment.ProcessId}",
        ["BOT_IMAGE"] = $"samples-tests:{Environment.ProcessId}",
        ["SLIPWAY_IMAGES"] = Images.Settled,
        ["VERSION"] = "1.2.3",
        // Any free port: the engine chooses one.
        ["HELLO_BOT_PORT"] = "0",
    };

    public HttpClient Http { get; private set; } = new();

    public string Address => Http.BaseAddress!.Authority;

    public async ValueTask InitializeAsync()
    {
        await ComposeAsync("up", "--detach", "--build", "--wait", "--wait-timeout", "120", "bot", "poller", "proxy");
        Http = new() { BaseAddress = new($"http://127.0.0.1:{(await ComposeAsync("port", "proxy", "80")).Split(':')[^1]}") };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await ComposeAsync("down", "--volumes", "--remove-orphans", "--timeout", "2");
        await Docker.RunAsync("rmi", "--force", _environment["BOT_IMAGE"]!);
    }

    public async Task<string> ComposeAsync(params string[] arguments) =>
        (await Docker.TryAsync(["compose", "--project-directory", RepositoryFile.PathOf("samples/hello-bot"), .. arguments], folder: null, _environment))
        .ShouldHaveEndedWith(0).Output.Trim();

    public Task<string> ContainerAsync(string service) => ComposeAsync("ps", "--all", "--quiet", service);

    public Task<string> QueryAsync(string sql) => ComposeAsync("exec", "--no-TTY", "db", "psql", "-U", "hello", "-Atc", sql, "hello");

    /// <summary>Starts one more container of a service, with a published port of its own, and stops it in the end.</summary>
    public async Task<ExtraContainer> StartExtraAsync(string service, params string[] environment)
    {
        var variables = environment.SelectMany(variable => new[] { "--env", variable });
        return new(await ComposeAsync(["run", "--no-deps", .. Probe, .. variables, service]));
    }

    public async Task<JsonNode> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
    }
}
