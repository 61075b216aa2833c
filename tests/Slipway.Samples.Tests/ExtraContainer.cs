namespace Slipway.Samples.Tests;

/// <summary>A container beside those of the stack.</summary>
public sealed record ExtraContainer(string Name) : IAsyncDisposable
{
    /// <summary>A client of this container, past the proxy, once it listens.</summary>
    public async Task<HttpClient> ListenAsync()
    {
        (await Docker.FindInLogAsync(Name, "listens on port")).ShouldNotBeNull();
        return new() { BaseAddress = new($"http://{(await Docker.RunAsync("port", Name, "8080")).Split('\n')[0]}") };
    }

    /// <summary>Asks it to stop and waits for its end.</summary>
    public Task<string> StopAsync() => Docker.RunAsync("stop", Name);

    public async ValueTask DisposeAsync() => await Docker.RunAsync("rm", "--force", Name);
}
