using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>What a plan must fulfil for what is done with requests.</summary>
public static class HandlingRules
{
    /// <summary>All that is wrong with what is done with the requests of a service.</summary>
    /// <param name="backend">The service.</param>
    /// <param name="proxy">The kind of proxy that it is for.</param>
    public static IEnumerable<HandlingProblem> Problems(Backend backend, IProxy proxy)
    {
        var handling = backend.Handling;
        if (handling.MaxBody < 1)
        {
            yield return new HandlingProblem("max-body", $"Service {backend.Service} takes bodies of {handling.MaxBody} bytes; at least one must pass.");
        }

        foreach (var (key, time) in new[] { ("connect-timeout", handling.ConnectTimeout), ("response-timeout", handling.ResponseTimeout) })
        {
            if (time < TimeSpan.FromSeconds(1))
            {
                yield return new HandlingProblem(key, $"The {key} of service {backend.Service} is {time}; it must be at least one second.");
            }
        }

        foreach (var (key, rules) in new[] { ("request-headers", handling.RequestHeaders), ("response-headers", handling.ResponseHeaders) })
        {
            foreach (var problem in rules.Select(r => r.Problem).OfType<string>())
            {
                yield return new HandlingProblem(key, problem);
            }
        }

        if (handling.Maintenance is { } page
            && (System.Text.Encoding.UTF8.GetByteCount(page.Html) > MaintenancePage.Most || page.RetryAfter < TimeSpan.FromSeconds(1)))
        {
            yield return new HandlingProblem("maintenance", $"A page for maintenance has {MaintenancePage.Most} bytes at most, and says when to come back.");
        }

        if (proxy.WhyNot(handling.Extra) is { } wrong)
        {
            yield return new HandlingProblem("extra", $"{wrong.Line.Origin}: {wrong.Message}");
        }

        if (handling.IsBuffered == true && backend.Ports.Any(p => p.Protocol.IsHttp2))
        {
            yield return new HandlingProblem("buffering", $"Service {backend.Service} has streams, which can't be held back until they are whole.");
        }

        foreach (var problem in proxy.WhyNot(handling, [.. backend.Ports.Select(p => p.Protocol).Distinct()]))
        {
            yield return problem;
        }
    }

    internal static IEnumerable<HandlingProblem> Problems(ProxyPlan plan, IProxy proxy)
    {
        foreach (var (key, time) in new[] { ("request-timeout", plan.RequestTimeout), ("idle-timeout", plan.KeepAliveTimeout) })
        {
            if (time < TimeSpan.FromSeconds(1))
            {
                yield return new HandlingProblem(key, $"The {key} is {time}; it must be at least one second.");
            }
        }

        if (plan.IsBehindFront && plan.Trusted.Count > 0)
        {
            yield return new HandlingProblem("trusted", "A front of the user's own is believed already, and nobody else reaches the proxy.");
        }

        if (plan.ProxyProtocolPorts.Count > 0 && (proxy is not IHearsProxyProtocol || plan.Trusted.Count == 0))
        {
            yield return new HandlingProblem("proxy-protocol", $"{proxy.Name} can't take the client's address from the PROXY protocol, or nobody is trusted.");
        }

        if (proxy.WhyNot(plan.Extra) is { } wrong)
        {
            yield return new HandlingProblem("extra", $"{wrong.Line.Origin}: {wrong.Message}");
        }

        foreach (var problem in plan.Backends.SelectMany(b => Problems(b, proxy)))
        {
            yield return problem;
        }
    }
}
