using System.Net.Sockets;
using Slipway.Traffic.Proxies.Tls;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>What a plan must fulfil before a configuration can be made from it.</summary>
public static class ProxyPlanRules
{
    /// <summary>All that is wrong with the plan, each as a sentence for a person; empty when nothing is.</summary>
    /// <param name="plan">What the configuration is to be made from.</param>
    /// <param name="proxy">The kind of proxy that it is for.</param>
    public static IReadOnlyList<string> Problems(ProxyPlan plan, IProxy proxy)
    {
        var problems = new List<string>();
        CheckBackends(plan, problems);
        CheckListeners(plan, proxy.ReservedPorts(plan.Listeners.Count), problems);
        ProtocolRules.Check(plan, proxy, problems);
        problems.AddRange(plan.Canaries.Where(c => plan.Backends.All(b => b.Service != c.Service)).Select(c => $"{c.Service} is no service of this proxy."));
        problems.AddRange(plan.Canaries.SelectMany(c => c.Matches).Select(m => m.Problem).OfType<string>());
        problems.AddRange(TlsPlanRules.Problems(plan, proxy));
        problems.AddRange(HandlingRules.Problems(plan, proxy).Select(p => p.Message));
        if (plan.ConnectTimeout < TimeSpan.FromSeconds(1))
        {
            problems.Add($"The connect timeout is {plan.ConnectTimeout}; it must be at least one second.");
        }

        if (plan.IdleTimeout < TimeSpan.FromSeconds(1))
        {
            problems.Add($"The idle timeout is {plan.IdleTimeout}; it must be at least one second.");
        }

        if (plan.Fingerprint.Length > 64 || !plan.Fingerprint.All(char.IsAsciiLetterOrDigit))
        {
            problems.Add($"\"{plan.Fingerprint}\" is not a fingerprint: up to 64 letters and digits.");
        }

        return problems;
    }

    internal static void Demand(ProxyPlan plan, IProxy proxy)
    {
        var problems = Problems(plan, proxy);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(plan));
        }
    }

    internal static void Demand(IReadOnlyList<SlotChoice> choices)
    {
        if (choices.Count == 0)
        {
            throw new ArgumentException("There is no service to switch.", nameof(choices));
        }

        if (choices.FirstOrDefault(c => !IsServiceName(c.Service)) is { } wrong)
        {
            throw new ArgumentException($"\"{wrong.Service}\" is not a service's name.", nameof(choices));
        }
    }

    internal static bool IsServiceName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-');

    private static void CheckBackends(ProxyPlan plan, List<string> problems)
    {
        if (plan.Backends.Count == 0)
        {
            problems.Add("The proxy has no blue-green service to serve.");
        }

        foreach (var backend in plan.Backends)
        {
            if (!IsServiceName(backend.Service))
            {
                problems.Add($"\"{backend.Service}\" is not a service's name: letters, digits, '_', '.' and '-' only, a letter or digit first.");
            }

            foreach (var port in backend.Ports)
            {
                CheckPort($"Service {backend.Service}", port.Number, problems);
            }

            foreach (var twice in backend.Ports.GroupBy(p => p.Number).Where(g => g.Count() > 1))
            {
                problems.Add($"Service {backend.Service} has port {twice.Key} twice.");
            }

            if (backend.BlueAddress.AddressFamily != AddressFamily.InterNetwork || backend.GreenAddress.AddressFamily != AddressFamily.InterNetwork)
            {
                problems.Add($"Service {backend.Service} needs IPv4 addresses for its slots.");
            }
        }

        foreach (var twice in plan.Backends.GroupBy(b => b.Service).Where(g => g.Count() > 1))
        {
            problems.Add($"Service {twice.Key} is listed twice.");
        }

        var places = plan.Backends.SelectMany(b => new[] { (Address: b.BlueAddress, b.Port), (Address: b.GreenAddress, b.Port) });
        foreach (var twice in places.GroupBy(p => p).Where(g => g.Count() > 1))
        {
            problems.Add($"Two slots are at {twice.Key.Address}:{twice.Key.Port}; each needs an address of its own.");
        }
    }

    private static void CheckListeners(ProxyPlan plan, IReadOnlyList<int> reserved, List<string> problems)
    {
        if (plan.Listeners.Count == 0)
        {
            problems.Add("The proxy has no port to listen on.");
        }

        foreach (var listener in plan.Listeners)
        {
            CheckPort("A listener", listener.Port, problems);
            if (reserved.Contains(listener.Port))
            {
                problems.Add($"Port {listener.Port} inside the proxy is Slipway's own; let the service be reached on another one.");
            }

            CheckRoutes(plan, listener, problems);
        }

        foreach (var twice in plan.Listeners.GroupBy(l => l.Port).Where(g => g.Count() > 1))
        {
            problems.Add($"Two listeners have port {twice.Key}; put their routes into one.");
        }
    }

    private static void CheckRoutes(ProxyPlan plan, Listener listener, List<string> problems)
    {
        if (listener.Routes.Count == 0)
        {
            problems.Add($"The listener on port {listener.Port} has no route.");
        }

        foreach (var route in listener.Routes)
        {
            if (!plan.Backends.Any(b => b.Service == route.Service))
            {
                problems.Add(
                    $"Port {listener.Port} routes {route.PathPrefix} to {route.Service}, which is no blue-green service of this proxy " +
                    $"({string.Join(", ", plan.Backends.Select(b => b.Service))}).");
            }

            if (!route.PathPrefix.StartsWith('/') || !route.PathPrefix.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '.' or '-' or '~'))
            {
                problems.Add(
                    $"Port {listener.Port}: \"{route.PathPrefix}\" is not a path prefix: it starts with '/' and has only letters, digits and / _ . - ~.");
            }

            if (route.Host is { } host && !HostPattern.IsOne(host))
            {
                problems.Add($"Port {listener.Port}: \"{host}\" is not a host name.");
            }
        }

        foreach (var twice in listener.Routes.GroupBy(r => (Host: r.Host?.ToLowerInvariant(), r.PathPrefix)).Where(g => g.Count() > 1))
        {
            problems.Add($"Port {listener.Port} routes {twice.Key.Host}{twice.Key.PathPrefix} twice.");
        }
    }

    private static void CheckPort(string what, int port, List<string> problems)
    {
        if (port is < 1 or > 65535)
        {
            problems.Add($"{what} has port {port}; ports go from 1 to 65535.");
        }
    }
}
