using System.Net;
using System.Text.Json;
using Slipway.Deployment.Configuration;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>Looks at the engine and the proxy, side by side, and changes nothing.</summary>
/// <param name="connection">The way to the engine.</param>
/// <param name="engine">The engine's API.</param>
internal sealed class Observer(EngineConnection connection, EngineClient engine)
{
    private const int Tries = 16;

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
        var files = connection.IsLocal ? null : engine.GetAsync($"volumes?filters={FilesOf(project)}", cancellation);
        using var all = await containers ?? throw TooOld();
        var mine = EngineReader.Containers(all.RootElement, project);
        var successors = EngineReader.Successors(all.RootElement, project, mine);
        var gateways = GatewaysAsync(settings, mine, cancellation, successors);
        var looked = isWarmRollback ? null : new WrittenDataReader(engine).LookAsync(settings, mine, cancellation);
        using var host = await info ?? throw TooOld();
        using var stored = await images ?? throw TooOld();
        using var joined = await networks ?? throw TooOld();
        var root = host.RootElement.GetProperty("DockerRootDir").GetString()!;
        var resources = isWarmRollback ? HostResources.Unknown : await HostResources.ReadAsync(connection, root, cancellation);
        using var copies = files is null ? null : await files;
        var ports = EngineReader.ForeignPorts(all.RootElement, project);
        AddPortsOfPrograms(ports, all.RootElement, resources.ListeningPorts);

        var seen = new ObservedState
        {
            Engine = EngineReader.Host(host.RootElement, resources),
            Containers = looked is null ? mine : await looked,
            Ending = EngineReader.Ending(all.RootElement, project),
            ForeignPorts = ports,
            ForeignNames = EngineReader.ForeignNames(all.RootElement, project),
            Images = EngineReader.Images(stored.RootElement),
            Networks = EngineReader.Networks(joined.RootElement),
            CopiedFiles = copies is null ? new HashSet<string>() : EngineReader.CopiedFiles(copies.RootElement, all.RootElement),
            Leases = await leases,
            Gateways = await gateways,
            Successors = successors,
        };
        return new ObservationBuilder(
            seen,
            isWarmRollback
                ? Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>())
                : ConnectionsAsync(settings, seen, cancellation));
    }

    /// <summary>Asks the proxies, side by side, which slots they serve and which configuration they have.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <param name="containers">The application's containers.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="successors">The containers that may answer in a proxy's place.</param>
    /// <returns>Those that were set up by Slipway.</returns>
    public async Task<IReadOnlyList<GatewayObservation>> GatewaysAsync(
        ApplicationSettings settings,
        IReadOnlyList<ContainerObservation> containers,
        CancellationToken cancellation,
        IReadOnlyList<SuccessorObservation>? successors = null) => settings.Proxy is { } proxy
            ? await Task.WhenAll(containers
                .Where(c => c.IsProxyOf(proxy))
                .Select(container => container.IsRunning && container.Addresses.TryGetValue(settings.SlotsNetwork, out var address)
                    ? AskAsync(KindOf(container, proxy), container, address, Successors(container, successors), cancellation)
                    : ReadStateAsync(KindOf(container, proxy), container, cancellation)))
            : [];

    private static int Successors(ContainerObservation container, IReadOnlyList<SuccessorObservation>? successors) =>
        successors?.Count(s => s.Joins == container.Id && s.Container.IsRunning) ?? 0;

    // What runs need not be of the kind that slipway.yaml names by now.
    private static IProxy KindOf(ContainerObservation container, ProxySettings settings) =>
        container.Labels.GetValueOrDefault(Engine.Labels.Proxy) is { } name ? ProxyKinds.Named(name) ?? settings.Kind : settings.Kind;

    // What it will serve when it is started again is what served last.
    private async Task<GatewayObservation> ReadStateAsync(IProxy kind, ContainerObservation container, CancellationToken cancellation)
    {
        var files = kind is IKeepsSlots ? await engine.ReadFolderAsync(container.Name, kind.StateDirectory, cancellation) : null;
        var choices = files is null ? [] : ((IKeepsSlots)kind).ParseState(files, container.Answers);
        var slots = choices.ToDictionary(c => c.Service, c => c.Slot, StringComparer.Ordinal);
        return new GatewayObservation(container.Name, null, slots, container.Answers, IsUp: false);
    }

    private async Task<GatewayObservation> AskAsync(
        IProxy kind, ContainerObservation container, IPAddress address, int successors, CancellationToken cancellation)
    {
        var ways = new ProxyWays(
            (p, c) => connection.ConnectToContainerAsync(address, p, c),
            async (w, c) => await engine.ExecuteAsync(container.Name, w, c) is { ExitCode: 0 } outcome ? outcome.Output : null);
        var reader = new SlotReader(kind, ways);
        var answer = await reader.AskAsync(cancellation)
            ?? throw new SlipwayException(
                ExitCode.Failed, $"the proxy {container.Name} runs, but does not say which slots it serves", $"look at: docker logs {container.Name}");
        return new GatewayObservation(
            container.Name,
            (kind as ITakesConfiguration)?.ParseFingerprint(answer),
            kind.ParseSlots(answer).ToDictionary(c => c.Service, c => c.Slot, StringComparer.Ordinal),
            container.Answers)
        {
            Shared = (kind as ISharesRequests)?.ParseShares(answer) ?? [],
            Seats = kind is IHandsOver taken ? await SeatsAsync(taken, answer) : [],
        };

        // By chance: the kernel gives each connection to one of those that listen on one address.
        async Task<IReadOnlyList<char>> SeatsAsync(IHandsOver taken, string first)
        {
            var seats = new SortedSet<char>();
            var text = (string?)first;
            for (var asked = successors > 1 ? Tries : 1; asked > 0; asked--)
            {
                if (text is not null && taken.ParseSeat(text) is { } seat)
                {
                    seats.Add(seat);
                }

                text = asked > 1 ? await reader.AskAsync(cancellation) : null;
            }

            return [.. seats];
        }
    }

    // Only a warm slot may have something under way that has to be waited for.
    private async Task<IReadOnlyDictionary<string, string>> ConnectionsAsync(ApplicationSettings settings, ObservedState seen, CancellationToken cancellation)
    {
        if (settings.Proxy?.Kind is not ICountsConnections counter
            || !seen.ActiveSlots.Any(a => seen.Containers.Any(c => c.Service == a.Key && c.Slot == a.Value.Other() && c.IsRunning)))
        {
            return new Dictionary<string, string>();
        }

        var outcomes = await Task.WhenAll(seen.Gateways.Where(g => g.IsUp).Select(async gateway =>
            (gateway.Container, Outcome: await engine.ExecuteAsync(gateway.Container, counter.ReadConnections, cancellation))));
        return outcomes.Where(o => o.Outcome.ExitCode == 0).ToDictionary(o => o.Container, o => o.Outcome.Output, StringComparer.Ordinal);
    }

    private static string FilesOf(string application) =>
        Uri.EscapeDataString($$"""{"label":["{{Engine.Labels.Files}}","{{Engine.Labels.Application}}={{application}}"]}""");

    private static SlipwayException TooOld() =>
        new(ExitCode.MissingPart, "the engine is too old: its API has no version 1.44", "install Docker Engine 25 or later");

    private static void AddPortsOfPrograms(Dictionary<int, string> ports, JsonElement containers, IEnumerable<int> listening)
    {
        var published = containers.EnumerateArray()
            .SelectMany(c => c.GetProperty("Ports").EnumerateArray())
            .Where(p => p.TryGetProperty("PublicPort", out _))
            .Select(p => p.GetProperty("PublicPort").GetInt32())
            .ToHashSet();
        foreach (var port in listening.Where(p => !published.Contains(p)))
        {
            ports.TryAdd(port, "a program of the engine's host");
        }
    }
}
