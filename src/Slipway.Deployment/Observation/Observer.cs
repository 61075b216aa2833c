using System.Text.Json;
using Slipway.Deployment.Configuration;
using Slipway.Databases.Alembic;
using Slipway.Databases.Migrations;
using Slipway.Deployment.Migrations;
using Slipway.Engine;
using Slipway.Engine.Addresses;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Engine.Locks;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Observation;

/// <summary>Looks at the engine, the proxy, the database and the sources, side by side, and changes nothing.</summary>
/// <param name="connection">The way to the engine.</param>
/// <param name="engine">The engine's API.</param>
internal sealed class Observer(EngineConnection connection, EngineClient engine)
{
    /// <summary>Looks at the engine and the proxy, which needs no knowledge of the compose files.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <param name="isWarmRollback">Whether the observation is for going back to the warm slots, which may have requests under way.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The answers.</returns>
    public async Task<EngineAnswers> AskEngineAsync(ApplicationSettings settings, bool isWarmRollback, CancellationToken cancellation)
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

        return new EngineAnswers(
            EngineReader.Host(host.RootElement, connection),
            mine,
            ports,
            EngineReader.Images(stored.RootElement),
            EngineReader.Networks(joined.RootElement),
            await leases,
            await slots,
            isWarmRollback ? Task.FromResult<string?>(null) : ConnectionsAsync(settings, mine, await slots, cancellation));
    }

    /// <summary>Completes the observation.</summary>
    /// <param name="application">The application.</param>
    /// <param name="answers">What the engine answered.</param>
    /// <param name="hashes">Compose's hashes of its services.</param>
    /// <param name="migrations">The application's migrations.</param>
    /// <param name="isWarmRollback">Whether the observation is for going back to the warm slots.</param>
    /// <param name="meanwhile">What can be done with what is known so far, while the database is being asked.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The observation.</returns>
    public async Task<ObservedState> ObserveAsync(
        Application application,
        EngineAnswers answers,
        Task<IReadOnlyDictionary<string, string>> hashes,
        MigrationReading? migrations,
        bool isWarmRollback,
        Action<ObservedState> meanwhile,
        CancellationToken cancellation)
    {
        // Between slots of one schema there is nothing to ask the database: what serves now lives with whatever it is at.
        var schema = isWarmRollback && ExpectOneSchema(answers.Containers)
            ? Task.FromResult(new SchemaObservation(null, "all slots expect the same"))
            : new SchemaReader(connection).ReadAsync(application, answers.Containers, cancellation);
        var sources = Sources(application);
        var overlay = File.Exists(application.OverlayPath) ? await File.ReadAllTextAsync(application.OverlayPath, cancellation) : null;
        var known = new ObservedState(
            answers.Host,
            answers.Containers,
            answers.ForeignPorts,
            answers.Images,
            answers.Networks,
            answers.ActiveSlots,
            new SchemaObservation(null, "the database is being asked"),
            migrations,
            answers.Leases,
            sources,
            new Dictionary<string, string>(),
            overlay);
        if (!schema.IsCompleted)
        {
            meanwhile(known);
        }

        return known with { Schema = await schema, ComposeHashes = await hashes, Connections = await answers.Connections };
    }

    /// <summary>Reads the application's migrations.</summary>
    /// <param name="settings">What slipway.yaml says.</param>
    /// <returns>What they say; null when there are none.</returns>
    public static MigrationReading? Migrations(ApplicationSettings settings) =>
        settings.Migrations is { } migrations
            ? migrations.Tool.Read(Directory.EnumerateFiles(Path.Combine(settings.Folder, migrations.Folder), migrations.Tool.FilePattern)
                .Select(f => new MigrationFile(Path.GetRelativePath(settings.Folder, f), File.ReadAllText(f))))
            : null;

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

    private static bool ExpectOneSchema(IReadOnlyList<ContainerObservation> containers) =>
        containers.Where(c => c.Labels.ContainsKey(Labels.Slot)).Select(c => c.Labels.GetValueOrDefault(Labels.Schema)).Distinct().Count() == 1;

    private static SlipwayException TooOld() =>
        new(ExitCode.MissingPart, "the engine is too old: its API has no version 1.44", "install Docker Engine 25 or later");

    private static Dictionary<string, string> Sources(Application application)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in application.Compose.Services)
        {
            if (service.Build is { } build && BuildContextHash.Of(build, application.Settings.Folder) is { } hash)
            {
                sources[service.Name] = hash;
            }
        }

        return sources;
    }

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
