using System.Diagnostics;
using CsCheck;
using Slipway.Engine.Locks;

namespace Slipway.Engine.Tests.Locks;

/// <summary>When a lease may be taken over.</summary>
public sealed class LeaseSpecs
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_process_knows_itself() => (HolderProcess.IsHere(HolderProcess.Current), HolderProcess.Lives(HolderProcess.Current)).ShouldBe((true, true));

    [Fact]
    public void The_lease_of_a_living_process_lasts_however_old_it_is() => Lease(HolderProcess.Current).IsAlive(Noon.AddDays(1)).ShouldBeTrue();

    [Fact]
    public async Task The_lease_of_a_process_that_was_killed_ends_at_once()
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec sleep 300"]))!;
        var parts = HolderProcess.Current.Split('|');
        var stat = await File.ReadAllTextAsync($"/proc/{process.Id}/stat", TestContext.Current.CancellationToken);
        var holder = string.Join('|', parts[0], process.Id, stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[19]);
        Lease(holder).IsAlive(Noon.AddDays(1)).ShouldBeTrue();

        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Lease(holder).IsAlive(Noon).ShouldBeFalse();
    }

    [Fact]
    public void A_later_process_with_the_same_number_is_another()
    {
        var parts = HolderProcess.Current.Split('|');

        Lease(string.Join('|', parts[0], parts[1], "1")).IsAlive(Noon).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(29.9, true)]
    [InlineData(30, false)]
    [InlineData(3600, false)]
    public void Elsewhere_a_lease_lives_as_long_as_it_is_renewed(double seconds, bool alive) =>
        Lease("another-machine|1|1").IsAlive(Noon.AddSeconds(seconds)).ShouldBe(alive);

    [Fact]
    public void A_clock_that_runs_behind_takes_nothing_over() => Lease("another-machine|1|1").IsAlive(Noon.AddMinutes(-5)).ShouldBeTrue();

    [Fact]
    public void No_name_of_a_process_is_an_error() =>
        Gen.String[Gen.Char["|0123456789abc /-"], 0, 40].Sample(name => !Lease(name).IsAlive(Noon.AddDays(1)));

    private static LeaseObservation Lease(string process) => new("a1", "me@here, process 1", "Deploy of release 1", process, Noon, ["slipway-lock-a-a1-0"]);
}
