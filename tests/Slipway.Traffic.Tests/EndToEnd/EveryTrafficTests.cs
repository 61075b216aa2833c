using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Switches under all kinds of traffic at once, beside the same without a switch; prints the row of the table in docs/fronts.md.</summary>
public sealed class EveryTrafficTests(ITestOutputHelper output)
{
    private const int Switches = 20;

    private static long Requests => Full.Is ? 200_000 : 10_000;

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task Twenty_switches_lose_nothing_whatever_is_spoken(string kind)
    {
        await using var traffic = await EveryTraffic.StartAsync(kind);

        // What runs for the first time is slow.
        await traffic.RunAsync(Requests / 10, 0, _ => Task.CompletedTask);
        var before = await traffic.RunAsync(Requests / 4, 0, _ => Task.CompletedTask);
        var switched = await traffic.RunAsync(Requests, Switches, i => traffic.Stage.SwitchToAsync(i % 2 == 0 ? Slot.Green : Slot.Blue));
        var after = await traffic.RunAsync(Requests / 4, 0, _ => Task.CompletedTask);

        var (rate, slowest) = ((before.Rate + after.Rate) / 2, (before.Percentile99 + after.Percentile99) / 2);
        output.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"| {kind} | {switched.Requests:N0} | {switched.Calls:N0} | {switched.Connections:N0} | {switched.Failed} | {switched.Rate:0} beside {rate:0} | {switched.Rate / rate:0.00} | " +
            $"{switched.Percentile99.TotalMilliseconds:0} ms beside {slowest.TotalMilliseconds:0} ms | {switched.Percentile99 / slowest:0.00} |"));
        (before.Failures.Concat(switched.Failures).Concat(after.Failures)).ShouldBeEmpty();
        switched.Requests.ShouldBeGreaterThan(Requests);
    }
}
