using Slipway.Testing.Engine;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A container that takes the place of a stage's proxy, or of another one that had done so.</summary>
internal sealed class StageSuccessor(ProxyStage stage, string image, char mark) : IAsyncDisposable
{
    private readonly IHandsOver _proxy = (IHandsOver)stage.Proxy;

    public string Container { get; } = $"{stage.Container}-{mark}";

    public static async Task<StageSuccessor> StartAsync(ProxyStage stage, string image, char mark)
    {
        var successor = new StageSuccessor(stage, image, mark);
        await successor.StartAsync();
        return successor;
    }

    /// <summary>Sends the clients of the one before here, and ends it unless it is the proxy itself.</summary>
    public async Task TakeOverFromAsync(StageSuccessor? before, Func<Task> nextAnswers)
    {
        await Docker.RunAsync(["exec", before?.Container ?? stage.Container, .. _proxy.DrainClients]);
        await nextAnswers();
        if (before is not null)
        {
            await before.LeaveAsync();
        }
    }

    public async Task LeaveAsync()
    {
        // A container that ends at once ends the command with it.
        await Docker.TryAsync(["exec", Container, .. _proxy.Leave]);
        (await Docker.RunAsync("wait", Container)).ShouldBe("0");
    }

    public async ValueTask DisposeAsync() => await Docker.TryAsync(["rm", "-f", Container]);

    private async Task StartAsync()
    {
        var plan = stage.Plan with { Seat = new ProxySeat(mark, [stage.Address]) };
        string[] user = stage.Proxy.User is { } id ? ["--user", id] : [];
        await Docker.RunAsync([
            "create", "--name", Container, "--network", $"container:{stage.Container}", "--volumes-from", stage.Container, "-e", plan.Seat.Environment,
            "--sysctl", "net.ipv4.tcp_migrate_req=1", .. user, image, .. stage.Proxy.Command(plan) ?? []]);
        foreach (var file in stage.Proxy.Files(plan))
        {
            await ProxyContainer.CopyAsync(file, Container);
        }

        foreach (var file in TlsFiles.Of(plan))
        {
            await ProxyContainer.CopyAsync(file, Container);
        }

        await Docker.RunAsync("start", Container);
        while (await stage.SeatAsync() != mark)
        {
            (await Docker.RunAsync("inspect", "-f", "{{.State.Running}}", Container)).ShouldBe("true", (await Docker.TryAsync(["logs", Container])).ToString());
        }
    }
}
