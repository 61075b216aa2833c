using Slipway.Testing;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What clients of the old slot are told when it ends, after the switch, at the drain deadline: the table in docs/fronts.md.</summary>
public sealed class LastWordsTests
{
    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Clients_are_told_what_the_slot_says_when_it_is_asked_to_stop(string kind)
    {
        await using var clients = await LastWords.StartAsync(kind);
        await clients.Stage.SwitchToAsync(Slot.Green);

        var stopping = clients.StopAsync();
        var heard = await clients.HearAsync();
        await stopping;

        ShouldBeAsDocumented(heard, kind, "asked to stop");
    }

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Clients_of_a_slot_that_says_nothing_see_an_end_without_a_reason(string kind)
    {
        await using var clients = await LastWords.StartAsync(kind);
        await clients.Stage.SwitchToAsync(Slot.Green);

        await clients.KillAsync();

        ShouldBeAsDocumented(await clients.HearAsync(), kind, "killed");
    }

    // Versions of a kind may differ: what each does is told, with its number.
    private static void ShouldBeAsDocumented(IReadOnlyList<string> heard, string kind, string end)
    {
        var column = 3 + ProxyKinds.All.ToList().FindIndex(k => k.Name == kind);
        var rows = RepositoryFile.Read("docs/fronts.md").Split('\n').Where(l => l.StartsWith($"| {end} |", StringComparison.Ordinal)).ToList();
        var told = rows.Select(r => r.Split('|')[column].Split(',').Select(w => w.Split('(')[0].Trim()).ToList()).ToList();

        told.Count.ShouldBe(heard.Count);
        heard.Where((word, i) => !told[i].Contains(word)).ShouldBeEmpty($"{kind}: {string.Join(", ", heard)}");
    }
}
