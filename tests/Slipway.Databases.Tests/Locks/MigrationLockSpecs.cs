using Slipway.Databases.Locks;
using Slipway.Databases.Tests.Server;

namespace Slipway.Databases.Tests.Locks;

public sealed class MigrationLockSpecs(PostgresServer server)
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    public static bool IsThere => PostgresServer.IsThere;

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task Only_one_deployment_has_the_lock_and_the_other_is_told_who()
    {
        await using var held = (await Acquire("one", "slipway on alpha, process 17", Long)).Lock;

        var refused = await Acquire("one", "slipway on beta", TimeSpan.Zero);

        refused.Lock.ShouldBeNull();
        refused.Holder!.Application.ShouldBe("slipway on alpha, process 17");
        refused.Holder.ProcessId.ShouldBeGreaterThan(0);
        refused.Problem!.Message.ShouldStartWith("another deployment migrates it: slipway on alpha, process 17 from ");
        (await held!.IsHeldAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task Whoever_waits_gets_the_lock_once_it_is_given_back()
    {
        var held = (await Acquire("two", "first", Long)).Lock!;
        var seen = new TaskCompletionSource<LockHolder>();

        var waiting = Acquire("two", "second", Long, seen.SetResult);
        var holder = await seen.Task;
        await held.DisposeAsync();
        var granted = await waiting;

        holder.Application.ShouldBe("first");
        granted.Problem.ShouldBeNull();
        await granted.Lock!.DisposeAsync();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task Applications_do_not_stand_in_each_others_way()
    {
        await using var three = (await Acquire("three", "x", TimeSpan.Zero)).Lock;
        await using var four = (await Acquire("four", "y", TimeSpan.Zero)).Lock;

        three.ShouldNotBeNull();
        four.ShouldNotBeNull();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_holder_whose_connection_is_ended_has_lost_the_lock()
    {
        await using var lost = (await Acquire("five", "doomed", Long)).Lock;
        await server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'doomed'");

        var next = await Acquire("five", "next", Long);

        next.Problem.ShouldBeNull();
        (await lost!.IsHeldAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        await next.Lock!.DisposeAsync();
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task Waiting_can_be_ended_and_leaves_no_connection()
    {
        await using var held = (await Acquire("six", "holder", Long)).Lock;
        using var cancellation = new CancellationTokenSource();

        var waiting = MigrationLock.AcquireAsync(
            server.Address, "six", "impatient", Long, TimeProvider.System, _ => cancellation.Cancel(), cancellation.Token);

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await server.EventuallyAsync("SELECT count(*) = 0 FROM pg_stat_activity WHERE application_name = 'impatient'");
    }

    [Fact]
    public void The_key_is_the_same_on_every_machine()
    {
        // Of every version of Slipway, or two of them would not exclude each other: the first eight bytes of the SHA-256, computed elsewhere.
        MigrationLock.KeyOf("hello-bot").ShouldBe(-123456364877824557L);
        MigrationLock.KeyOf("hello-bot").ShouldNotBe(MigrationLock.KeyOf("hello-bot-two"));
    }

    private Task<MigrationLockResult> Acquire(string application, string deployer, TimeSpan deadline, Action<LockHolder>? waiting = null) =>
        MigrationLock.AcquireAsync(server.Address, application, deployer, deadline, TimeProvider.System, waiting, TestContext.Current.CancellationToken);
}
