using System.Net;
using System.Net.Sockets;
using System.Text;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Clients that keep a connection and are silent on it, as browsers and pools do.</summary>
public sealed class IdleConnectionsTests(ITestOutputHelper output)
{
    private const int AtATime = 64;
    private static readonly byte[] Question = Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

    private static int Connections => Full.Is ? 10_000 : 500;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Idle_connections_are_held_over_a_switch_and_each_is_answered_by_the_other_slot(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind);
        var sockets = new Socket[Connections];
        try
        {
            var (began, first) = (TimeProvider.System.GetTimestamp(), await AllAsync(sockets, s => AskAsync(s, new IPEndPoint(stage.Address, 80))));
            await stage.SwitchToAsync(Slot.Green);
            var second = await AllAsync(sockets, s => AskAsync(s, null));

            output.WriteLine($"{kind}: {Connections} connections, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s");
            first.ShouldBe(new Dictionary<string, int> { ["blue"] = Connections });
            second.ShouldBe(new Dictionary<string, int> { ["green"] = Connections });
        }
        finally
        {
            Array.ForEach(sockets, s => s?.Dispose());
        }
    }

    private static async Task<Dictionary<string, int>> AllAsync(Socket[] sockets, Func<Socket, Task<string>> ask)
    {
        var answers = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = TestContext.Current.CancellationToken };
        await Parallel.ForAsync(0, sockets.Length, options, async (i, _) =>
            answers.AddOrUpdate(await ask(sockets[i] ??= new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)), 1, (_, n) => n + 1));
        return answers.ToDictionary();
    }

    // The slot that answered; how it failed, when it did.
    private static async Task<string> AskAsync(Socket socket, IPEndPoint? connectTo)
    {
        try
        {
            if (connectTo is not null)
            {
                await socket.ConnectAsync(connectTo, TestContext.Current.CancellationToken);
            }

            await socket.SendAsync(Question, TestContext.Current.CancellationToken);
            var (buffer, length) = (new byte[2048], 0);
            while (true)
            {
                var read = await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken);
                length += read;
                var text = Encoding.ASCII.GetString(buffer, 0, length);
                if (read == 0)
                {
                    return $"closed after \"{text}\"";
                }

                // Whole when the slot's name is there after the head, and, if it came in chunks, the last of them.
                if (text.Split("\r\n\r\n", 2) is [var head, { Length: > 0 } body]
                    && (!head.Contains("chunked", StringComparison.OrdinalIgnoreCase) || body.EndsWith("0\r\n\r\n", StringComparison.Ordinal)))
                {
                    return body.Contains("green", StringComparison.Ordinal) ? "green" : body.Contains("blue", StringComparison.Ordinal) ? "blue" : text;
                }
            }
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode.ToString();
        }
    }
}
