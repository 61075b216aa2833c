namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that logs each request that a slot failed to its standard output, so that <c>docker logs --since</c> tells how a slot does.</summary>
public interface ILogsFailures
{
    /// <summary>Whether it names the slot also where only some may ask (<see cref="Requests.RequestHandling.Users"/>).</summary>
    bool NamesSlotsOfUsers { get; }

    /// <summary>The failed requests among the lines of the log; other lines are passed over.</summary>
    IReadOnlyList<FailedRequest> ParseFailures(ProxyPlan plan, string log);
}
