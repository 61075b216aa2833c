using System.Net;
using Slipway.Testing.Network;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class SlotReaderTests
{
    private static readonly SlotChoice[] Green = [new("bot", Slot.Green), new("api.v2", Slot.Blue)];

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task A_proxy_whose_slots_are_at_a_port_is_asked_by_HTTP_and_no_command_runs(string kind)
    {
        var ports = new List<int>();
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, "HTTP/1.1 200 OK\r\nContent-Length: 22\r\n\r\nbot=green\napi.v2=blue\n"));
        var ways = new ProxyWays(
            (port, cancellation) =>
            {
                ports.Add(port);
                return Tcp.To(server.Address)(cancellation);
            },
            (_, _) => throw new InvalidOperationException("a command was run"));

        (await new SlotReader(Kinds.Of(kind), ways).ReadAsync(TestContext.Current.CancellationToken)).ShouldBe(Green);

        ports.ShouldHaveSingleItem().ShouldBeOneOf([.. Kinds.Of(kind).ReservedPorts(0)]);
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public void An_answer_may_begin_with_the_configuration(string kind)
    {
        var proxy = Kinds.Of(kind);

        proxy.ParseSlots("#configuration 4f7c2a91\nbot=green\napi.v2=blue\n").ShouldBe(Green);
        ((ITakesConfiguration)proxy).ParseFingerprint("#configuration 4f7c2a91\nbot=green\n").ShouldBe("4f7c2a91");
        ((ITakesConfiguration)proxy).ParseFingerprint("bot=green\n").ShouldBeNull();
        ((ITakesConfiguration)proxy).ParseFingerprint("").ShouldBeNull();
    }

    [Fact]
    public async Task A_proxy_whose_slots_are_told_by_a_command_is_asked_by_that()
    {
        var ways = new ProxyWays(
            (_, _) => throw new InvalidOperationException("a connection was opened"),
            (command, _) => Task.FromResult<string?>(string.Join(' ', command) == "slots --all" ? "bot=green\napi.v2=blue\n" : null));

        (await new SlotReader(new Told(["slots", "--all"]), ways).ReadAsync(TestContext.Current.CancellationToken)).ShouldBe(Green);
        (await new SlotReader(new Told(["slots"]), ways).ReadAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nbot=")]
    [InlineData("220 mail.example.org ESMTP\r\n\r\n")]
    public async Task A_proxy_that_gives_no_good_answer_does_not_say(string answer)
    {
        await using var server = new RawServer((_, socket) => RawServer.SayAsync(socket, answer, goesOn: false));

        (await ReadAsync(server.Address)).ShouldBeNull();
    }

    [Fact]
    public async Task A_proxy_that_can_not_be_reached_does_not_say()
    {
        var server = new RawServer((_, socket) => RawServer.GoodAsync(socket));
        await server.DisposeAsync();

        (await ReadAsync(server.Address)).ShouldBeNull();
    }

    [Fact]
    public async Task To_be_cancelled_is_no_answer()
    {
        using var cancellation = new CancellationTokenSource();
        await using var server = new RawServer(async (_, _) =>
        {
            await cancellation.CancelAsync();
            return true;
        });

        await Should.ThrowAsync<OperationCanceledException>(() => ReadAsync(server.Address, cancellation.Token));
    }

    [Theory]
    [InlineData("Unknown map identifier. Please use #<id> or <name>.")]
    [InlineData("bot=red")]
    public void An_answer_that_names_no_slot_is_refused(string answer) =>
        ProxyKinds.All.ShouldAllBe(p => Should.Throw<FormatException>(() => p.ParseSlots(answer), "").Message.Contains(answer, StringComparison.Ordinal));

    private static Task<IReadOnlyList<SlotChoice>?> ReadAsync(IPEndPoint address, CancellationToken? cancellation = null) =>
        new SlotReader(ProxyKinds.All[0], new ProxyWays((_, c) => Tcp.To(address)(c), (_, _) => Task.FromResult<string?>(null)))
            .ReadAsync(cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>A proxy that tells its slots by a command, and is otherwise like the first.</summary>
    private sealed class Told(IReadOnlyList<string> command) : IProxy
    {
        private readonly IProxy _other = ProxyKinds.All[0];

        public string Name => "told";

        public string StateDirectory => _other.StateDirectory;

        public string? User => null;

        public IReadOnlyDictionary<string, string> Sysctls => _other.Sysctls;

        public SlotSource ReadSlots => new CommandSlotSource(command);

        public IReadOnlyList<string> TestConfiguration => _other.TestConfiguration;

        public IReadOnlyList<ProxyFile> Files(ProxyPlan plan) => _other.Files(plan);

        public IReadOnlyList<string>? Command(ProxyPlan plan) => _other.Command(plan);

        public IReadOnlyList<int> ReservedPorts(int listeners) => [];

        public string? WhyNot(IReadOnlyCollection<SlotProtocol> protocols) => _other.WhyNot(protocols);

        public IEnumerable<HandlingProblem> WhyNot(RequestHandling handling, IReadOnlyCollection<SlotProtocol> protocols) => _other.WhyNot(handling, protocols);

        public (ExtraLine Line, string Message)? WhyNot(IReadOnlyList<ExtraLine> extra) => _other.WhyNot(extra);

        public IReadOnlyList<string> SwitchTo(ProxyPlan plan, IReadOnlyList<SlotChoice> choices) => _other.SwitchTo(plan, choices);

        public IReadOnlyList<SlotChoice> ParseSlots(string answer) => _other.ParseSlots(answer);
    }
}
