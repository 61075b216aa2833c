using System.Net;
using Slipway.Load;

namespace Benchmarks.Deploy;

/// <summary>Puts GET and POST requests on a contender while something is done to it.</summary>
internal static class Traffic
{
    private const int Readers = 8;
    private const int Writers = 4;

    // Enough to settle on one side of the change and to see that all is well on the other.
    private const int Before = 200;
    private const int After = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Does it under load.</summary>
    /// <param name="contender">Whose proxy is asked.</param>
    /// <param name="action">What is done.</param>
    /// <returns>What the action gave, and what became of the requests.</returns>
    public static async Task<(T Result, LoadReport Load)> UnderLoadAsync<T>(Contender contender, Func<Task<T>> action)
    {
        await using var load = LoadRun.Start(
            new LoadPlan(new IPEndPoint(IPAddress.Loopback, contender.Port),
            [
                new LoadClients(LoadKind.Get, "/messages?limit=20", Readers) { Pause = TimeSpan.FromMilliseconds(50) },
                new LoadClients(LoadKind.Post, "/messages", Writers) { Pause = TimeSpan.FromMilliseconds(100), Body = """{"sender":"bench","body":"a message"}""" },
            ])
            { LongestRun = Patience },
            TimeProvider.System);
        await load.FurtherAsync(Before, CancellationToken.None);
        var result = await action();
        await load.FurtherAsync(After, CancellationToken.None);
        return (result, await load.StopAsync());
    }
}
