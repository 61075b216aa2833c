using Slipway.Compose.Services;

namespace Slipway.Compose.Slots;

/// <summary>Finds what can't work with the proxy and the slots network.</summary>
internal sealed class ProxyChecks(ComposeModel model, SlotRequest request, List<ComposeProblem> refusals, List<ComposeProblem> warnings)
{
    public void Run()
    {
        var proxied = request.Services.Where(s => s.IsProxied).ToList();
        if (proxied.Count == 0)
        {
            return;
        }

        if (request.Proxies.Length == 0 || request.Network is not { } network)
        {
            refusals.Add(new("slipway.yaml: proxy", $"{proxied[0].Name} is blue-green and needs a proxy", "name one"));
            return;
        }

        CheckAddresses(network, proxied);
        foreach (var proxy in request.Proxies)
        {
            var existing = model.Find(proxy.Service);
            if (existing is null && proxy.Image is null)
            {
                refusals.Add(new(
                    "slipway.yaml: proxy.service", $"the compose file has no service {proxy.Service}", "name one of its services, or an image"));
            }
            else if (existing is not null)
            {
                CheckExisting(existing, proxy);
            }
        }

        CheckPublished();
    }

    private void CheckAddresses(SlotNetwork network, List<SlotService> proxied)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var proxy in request.Proxies)
        {
            CheckAddress(proxy.Service, proxy.Address);
        }

        foreach (var slot in proxied.SelectMany(NamedSlot.Of))
        {
            CheckAddress(slot.Name, slot.Instance.Address);
        }

        void CheckAddress(string name, string? address)
        {
            // One refusal is enough: what is too small for one service is so for all that come after it.
            if ((!network.Offers(address) || !taken.Add(address!)) && !refusals.Exists(r => r.Place == Place(network)))
            {
                refusals.Add(new(
                    Place(network),
                    $"there is no room for {name}: the network has {network.Size} addresses, for the proxies and two slots of each of {proxied.Count} services",
                    "give the application back to plain compose (--target=Release) and deploy it again: the network is then made large enough"));
            }
        }
    }

    private static string Place(SlotNetwork network) => $"slots network {network.Subnet}";

    private void CheckExisting(ComposeService existing, SlotProxy proxy)
    {
        var place = $"services.{existing.Name}";
        if (request.Services.Any(s => s.Name == existing.Name))
        {
            refusals.Add(new(place, "the proxy can't have slots itself", "give its slots to the services behind it"));
        }

        if (existing.NetworkMode is { } mode)
        {
            refusals.Add(new($"{place}.network_mode", $"the proxy can't join the slots network with the network mode {mode}", "use networks"));
        }

        if (existing.Replicas != 1)
        {
            refusals.Add(new($"{place}.{(existing.HasScale ? "scale" : "deploy.replicas")}", "there can be only one proxy", "remove it"));
        }

        foreach (var volume in existing.Volumes.Where(v => proxy.Files.Any(f => f.Path == v.Target)))
        {
            warnings.Add(new($"{place}.volumes: {volume.Source}:{volume.Target}", "Slipway's own configuration takes its place"));
        }
    }

    /// <summary>What the proxies take over must not be bound by anyone else on the same host.</summary>
    private void CheckPublished()
    {
        var moved = request.Proxies.SelectMany(p => ProxyListeners.For(model, request, p)).Where(l => l.Published is not (null or "0")).ToList();
        foreach (var listener in moved)
        {
            var rival = request.Proxies.Select(p => model.Find(p.Service))
                    .FirstOrDefault(p => p?.Ports.Any(o => o.Published == listener.Published && o.Protocol == "tcp") == true)?.Name
                ?? moved.Find(o => o != listener && o.Published == listener.Published && o.HostIp == listener.HostIp)?.Service;
            if (rival is not null)
            {
                refusals.Add(new(
                    $"services.{listener.Service}.ports", $"{rival} publishes {listener.Published} as well", "publish each port once"));
            }
        }
    }
}
