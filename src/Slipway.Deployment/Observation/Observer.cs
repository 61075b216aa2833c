using System.Text.Json;
using Slipway.Deployment.Configuration;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>Looks at the engine and the proxy, side by side, and changes nothing.</summary>
/// <param name="connection">The way to the engine.</param>
/// <param name="engine">The engine's API.</param>
internal sealed class Observer(EngineConnection connection, EngineClient engine)
{
    /// <summary>Looks at the engine and the proxy, which needs no knowledge of the compose files.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <param name="isWarmRollback">Whether the observation is for going back to the warm slots, which may have requests under way.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The beginning of an observation.</returns>
    public async Task<ObservationBuilder> AskEngineAsync(ApplicationSettings settings, bool isWarmRollback, CancellationToken cancellation)
    {
        var project = settings.Name;
        var (info, containers, images, networks, leases) = (
            engine.GetAsync("info", cancellation),
            engine.GetAsync("containers/json?all=1", cancellation),
            engine.GetAsync("images/json", cancellation),
            engine.GetAsync("networks", cancellation),
            DeploymentLock.ListAsync(engine, project, cancellation));
        using var all = await containers ?? throw TooOld();
        var mine = EngineReader.Containers(all.RootElement, project);
        var slots = ActiveSlotsAsync(settings, mine, cancellation);
        using var host = await info ?? throw TooOld();
        using var stored = await images ?? throw TooOld();
        using var joined = await networks ?? throw TooOld();
        var ports = EngineReader.ForeignPorts(all.RootElement, project);
        if (connection.IsLocal)
        {
            AddPortsOfPrograms(ports, all.RootElement);
        }

        var seen = new ObservedState
        {
            Engine = EngineReader.Host(host.RootElement, connection),
            Containers = mine,
            ForeignPorts = ports,
            Images = EngineReader.Images(stored.RootElement),
            Networks = EngineReader.Networks(joined.RootElement),
            Leases = await leases,
            ActiveSlots = await slots,
        };
        return new ObservationBuilder(
            seen, isWarmRollback ? Task.FromResult<string?>(null) : ConnectionsAsync(settings, mine, seen.ActiveSlots, cancellation));
    }

    /// <summary>Asks the proxy which slots it serves.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <param name="containers">The application's containers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The slot of each blue-green service; empty when the proxy does not run or was not set up by Slipway.</returns>
    public async Task<IReadOnlyDictionary<string, Slot>> ActiveSlotsAsync(
        ApplicationSettings settings, IReadOnlyList<ContainerObservation> containers, CancellationToken cancellation)
    {
        if (settings.Proxy is not { } proxy
            || ProxyContainer(settings, containers) is not { } container
            || !container.Addresses.TryGetValue(settings.SlotsNetwork, out var address))
        {
            return new Dictionary<string, Slot>();
        }

        var ways = new ProxyWays(
            (p, c) => connection.ConnectToContainerAsync(address, p, c),
            async (w, c) => await engine.ExecuteAsync(container.Name, w, c) is { ExitCode: 0 } outcome ? outcome.Output : null);
        var slots = await new SlotReader(proxy.Kind, ways).ReadAsync(cancellation)
            ?? throw new SlipwayException(
                ExitCode.Failed, $"the proxy {container.Name} runs, but does not say which slots it serves", $"look at: docker logs {container.Name}");
        return slots.ToDictionary(c => c.Service, c => c.Slot, StringComparer.Ordinal);
    }

    private static ContainerObservation? ProxyContainer(ApplicationSettings settings, IReadOnlyList<ContainerObservation> containers) =>
        containers.FirstOrDefault(c => c.ComposeService == settings.Proxy?.Service && c.IsRunning);

    // Only a warm slot may have something under way that has to be waited for.
    private async Task<string?> ConnectionsAsync(
        ApplicationSettings settings, IReadOnlyList<ContainerObservation> containers, IReadOnlyDictionary<string, Slot> active, CancellationToken cancellation)
    {
        if (settings.Proxy?.Kind is not ICountsConnections counter
            || !active.Any(a => containers.Any(c => c.Service == a.Key && c.Slot == a.Value.Other() && c.IsRunning)))
        {
            return null;
        }

        var outcome = await engine.ExecuteAsync(ProxyContainer(settings, containers)!.Name, counter.ReadConnections, cancellation);
        return outcome.ExitCode == 0 ? outcome.Output : null;
    }

    private static SlipwayException TooOld() =>
        new(ExitCode.MissingPart, "the engine is too old: its API has no version 1.44", "install Docker Engine 25 or later");

    private static void AddPortsOfPrograms(Dictionary<int, string> ports, JsonElement containers)
    {
        var published = containers.EnumerateArray()
            .SelectMany(c => c.GetProperty("Ports").EnumerateArray())
            .Where(p => p.TryGetProperty("PublicPort", out _))
            .Select(p => p.GetProperty("PublicPort").GetInt32())
            .ToHashSet();
        foreach (var port in HostResources.ListeningPorts().Where(p => !published.Contains(p)))
        {
            ports.TryAdd(port, "a program of this machine");
        }
    }
}
