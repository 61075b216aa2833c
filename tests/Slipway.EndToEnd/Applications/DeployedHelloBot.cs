using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Applications;

/// <summary>One deployed hello-bot for all tests of a class; each of them leaves it serving.</summary>
public sealed class DeployedHelloBot(SlipwayProgram program) : IAsyncLifetime
{
    internal HelloBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await HelloBot.DeployedAsync(program);

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
