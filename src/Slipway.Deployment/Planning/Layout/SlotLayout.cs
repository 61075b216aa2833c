using System.Net;
using System.Security.Cryptography;
using System.Text;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning.Changes;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Planning.Layout;

/// <summary>Where the slots are, and what the proxy is told of them. Pure, in steps: addresses, listeners, the proxy's plan.</summary>
public sealed record SlotLayout
{
    private readonly SlotAddresses _addresses;

    private SlotLayout(Application application, SlotAddresses addresses, ProxyPlan? proxyPlan)
    {
        _addresses = addresses;
        if (application.Settings.Proxy is { } settings && proxyPlan is not null)
        {
            (Proxy, ProxyPlan, ProxyContainer) = (settings.Kind, proxyPlan, application.ContainerOf(settings.Service));
            ProxyConfiguration = Hash(settings.Kind.Files(proxyPlan).Select(f => $"{f.Path}\n{f.Content}").Append(settings.Image ?? string.Empty));
        }
    }

    /// <summary>The kind of proxy; null when the application has none.</summary>
    public IProxy? Proxy { get; }

    /// <summary>What the proxy's configuration is made from; null without a proxy.</summary>
    public ProxyPlan? ProxyPlan { get; }

    /// <summary>The proxy's container; empty without a proxy.</summary>
    public string ProxyContainer { get; } = string.Empty;

    /// <summary>The hash by which a running proxy is seen to have this configuration, 12 hexadecimal digits; empty without a proxy.</summary>
    public string ProxyConfiguration { get; } = string.Empty;

    /// <summary>The proxy's address on the slots network.</summary>
    public IPAddress ProxyAddress => _addresses.Proxy;

    internal SlotAddresses Addresses => _addresses;

    /// <summary>Lays the slots out.</summary>
    /// <param name="observation">What was observed.</param>
    /// <param name="services">What happens with each service.</param>
    /// <returns>The layout.</returns>
    public static SlotLayout Of(Application application, ObservedState observation, IReadOnlyList<ServiceChange> services)
    {
        var addresses = SlotAddresses.For(application, observation.Networks);
        if (application.Settings.Proxy is not { } settings)
        {
            return new SlotLayout(application, addresses, null);
        }

        var listeners = ListenerFinder.Find(application, settings, new SlotInstances(application, observation, addresses).Of(services), addresses);
        return new SlotLayout(application, addresses, ProxyPlanMaker.Make(application, settings, addresses, listeners));
    }

    /// <summary>The address of a slot on the slots network.</summary>
    /// <param name="service">A service behind the proxy.</param>
    /// <returns>The address.</returns>
    public IPAddress AddressOf(string service, Slot slot) => _addresses.Of(service, slot);

    private static string Hash(IEnumerable<string> texts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', texts))))[..12];
}
