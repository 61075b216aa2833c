using Slipway.Testing.Engine;

namespace Slipway.Samples.Tests;

/// <summary>A container beside those of the stack.</summary>
public sealed record ExtraContainer(string Name) : IAsyncDisposable
{
    /// <summary>A client of this container, past the proxy, once it listens.</summary>
    public async Task<HttpClient> ListenAsync()
    {
        await SaysAsync("listens on port");
        return new() { BaseAddress = new($"http://{(await Docker.RunAsync("port", Name, "8080")).Split('\n')[0]}") };
    }

    /// <summary>Follows its log to the first line that contains a text.</summary>
    public Task SaysAsync(string text) => Docker.FollowAsync(["logs", "--follow", Name], l => l.Contains(text, StringComparison.Ordinal));

    /// <summary>Asks it to stop and waits for its end.</summary>
    public Task<string> StopAsync() => Docker.RunAsync("stop", Name);

    public async ValueTask DisposeAsync() => await Docker.RunAsync("rm", "--force", Name);
}
