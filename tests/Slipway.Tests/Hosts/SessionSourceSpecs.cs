using System.Net.Sockets;
using Slipway.Deployment.Targets;
using Slipway.Docker;
using Slipway.Options;
using Slipway.Phases;
using Slipway.Testing;

namespace Slipway.Tests.Hosts;

/// <summary>A command that still looks around can be given up.</summary>
public sealed class SessionSourceSpecs
{
    [Fact]
    public async Task Opening_a_session_ends_when_the_user_gives_up_although_the_engine_never_answers()
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", "application: shop\nservices: {web: {strategy: rolling}}\n");
        folder.Write("compose.yaml", "services: {web: {image: web}}\n");
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        engine.Bind(new UnixDomainSocketEndPoint(Path.Combine(folder.Path, "engine.sock")));
        engine.Listen();
        var source = new SessionSource(
            CommandLineOptions.Read(["--target=Plan", $"--app={folder.Path}", $"--host=unix://{folder.Path}/engine.sock"], folder.Path),
            new CakeCommandLines(),
            new TaskMap([typeof(SlipwayHost).Assembly], []),
            RunAdditions.None);
        using var user = new CancellationTokenSource();

        var opening = source.OpenAsync(user.Token);
        using var asked = await engine.AcceptAsync(TestContext.Current.CancellationToken);
        opening.IsCompleted.ShouldBeFalse();
        await user.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(opening.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));

        // What was asked is given up as well: nothing goes on behind the user's back.
        await source.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        var received = 1;
        while (received > 0)
        {
            received = await asked.ReceiveAsync(new byte[64 * 1024]).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        }
    }
}
