using Slipway.Configuration;
using Slipway.Errors;
using Slipway.Locking;
using Slipway.Planning.Changes;
using Slipway.Planning.Steps;
using Slipway.Traffic.Slots;

namespace Slipway.Planning;

/// <summary>Plans a rollback to the warm slots: those that served before the newest release. Pure.</summary>
public static class RollbackPlanner
{
    /// <summary>The name of the only phase of a rollback to the warm slots.</summary>
    public const string PhaseName = "Rollback";

    /// <summary>Plans.</summary>
    /// <param name="inputs">What is observed, as for a deployment.</param>
    /// <returns>The phase.</returns>
    /// <exception cref="SlipwayException">There is nothing to go back to, or the schema forbids it (<see cref="ExitCode.NoRollback"/>).</exception>
    public static PhasePlan Plan(DeploymentInputs inputs)
    {
        var services = ToRollBack(inputs);
        foreach (var service in services)
        {
            Demand(inputs, service);
        }

        return new PhasePlan(PhaseName, [.. Steps(inputs, services)], [.. Undo(inputs, services)], $"{services[0].Incumbent!.Release} -> {services[0].Occupant!.Release}");
    }

    /// <summary>The release that a rollback to the warm slots returns to.</summary>
    /// <param name="inputs">What is observed, as for a deployment.</param>
    /// <returns>The release's name.</returns>
    /// <exception cref="SlipwayException">There is nothing to go back to (<see cref="ExitCode.NoRollback"/>).</exception>
    public static string ReleaseOf(DeploymentInputs inputs) => ToRollBack(inputs)[0].Occupant!.Release ?? "?";

    // The services that the newest release replaced; others keep what they run.
    private static List<ServiceChange> ToRollBack(DeploymentInputs inputs)
    {
        var running = inputs.Services.Where(s => s is { Active: not null, Incumbent.Release: not null }).ToList();
        var newest = running.OrderByDescending(s => s.Incumbent!.Created).FirstOrDefault()?.Incumbent!.Release;
        var services = running.Where(s => s.Incumbent!.Release == newest && s.Occupant is not null).ToList();
        return services.Count > 0 ? services : throw NoRollback(inputs, $"{inputs.Application.Name} has no release before this one in a slot");
    }

    private static void Demand(DeploymentInputs inputs, ServiceChange service)
    {
        var warm = service.Occupant!;
        if (service.Settings.Strategy == Strategy.BlueGreen && (!warm.IsRunning || warm.IsUnhealthy))
        {
            throw NoRollback(inputs, $"{warm.Name}, which served before, is {(warm.IsRunning ? "unhealthy" : warm.State)}");
        }

        // One that is still at work has the lock, which is refusal enough.
        if (inputs.Observation.Leases.Any(l => l.Purpose == LeaseObservation.PurposeOf(nameof(Phases.Deploy), warm.Release ?? "?") && !l.IsAlive(inputs.Observation.Engine.Now)))
        {
            throw NoRollback(inputs, $"the deployment of {warm.Release}, which is in the other slot, did not end: it never served");
        }

        if (SchemaCompatibility.Refusal(inputs.Observation, warm.Labels, service.Incumbent!.Labels, warm.Release ?? "?") is { } refusal)
        {
            throw NoRollback(inputs, refusal);
        }
    }

    private static IEnumerable<Step> Steps(DeploymentInputs inputs, List<ServiceChange> services)
    {
        yield return new TakeLockStep(inputs.Application.Name) { Purpose = "one deployment at a time" };
        var slots = services.Where(s => s.Settings.Strategy == Strategy.BlueGreen).ToList();
        foreach (var service in slots)
        {
            yield return new AwaitReadyStep(service.Occupant!.Name, inputs.Layout.AddressOf(service.Name, service.Target), service.Settings.Port, service.Settings.Health)
            {
                Purpose = "the warm slot answers",
                Timeout = TimeSpan.FromSeconds(5),
                Beside = true,
            };
        }

        // As in a deployment: the proxy switches beside the end of what runs once only.
        var choices = slots.Select(s => new SlotChoice(s.Name, s.Target)).ToList();
        if (slots.Count > 0)
        {
            yield return ContainerStep.Execute(inputs.Layout.ProxyContainer, inputs.Layout.Proxy!.SwitchTo(choices), "switch") with
            {
                Tries = 3,
                Timeout = TimeSpan.FromSeconds(15),
            };
        }

        var handoffs = services.Where(s => s.Settings.Strategy == Strategy.Handoff).ToList();
        var running = handoffs.Where(s => s.Incumbent!.IsRunning).ToList();
        foreach (var service in running)
        {
            yield return ContainerStep.Stop(service.Incumbent!.Name, "hand back") with { Beside = slots.Count > 0 || service != running[0] };
        }

        if (slots.Count > 0)
        {
            yield return new ConfirmSlotStep(inputs.Layout.ProxyContainer, choices.ToDictionary(c => c.Service, c => c.Slot, StringComparer.Ordinal)) { Purpose = "confirm", Timeout = TimeSpan.FromSeconds(10) };
        }

        foreach (var service in handoffs)
        {
            yield return ContainerStep.Start(service.Occupant!.Name, "hand back") with { Beside = slots.Count > 0 || service != handoffs[0] };
        }

        yield return new ReleaseLockStep(inputs.Application.Name) { Purpose = "done" };
    }

    private static IEnumerable<Step> Undo(DeploymentInputs inputs, List<ServiceChange> services)
    {
        var choices = services.Where(s => s.Settings.Strategy == Strategy.BlueGreen).Select(s => new SlotChoice(s.Name, s.Active!.Value)).ToList();
        if (choices.Count > 0)
        {
            yield return ContainerStep.Execute(inputs.Layout.ProxyContainer, inputs.Layout.Proxy!.SwitchTo(choices), "switch back") with
            {
                Timeout = TimeSpan.FromSeconds(15),
                MayFail = true,
            };
        }

        foreach (var service in services.Where(s => s.Settings.Strategy == Strategy.Handoff && s.Incumbent!.IsRunning))
        {
            yield return ContainerStep.Stop(service.Occupant!.Name, "hand over again") with { MayFail = true };
            yield return ContainerStep.Start(service.Incumbent!.Name, "hand over again") with { MayFail = true };
        }
    }

    private static SlipwayException NoRollback(DeploymentInputs inputs, string reason)
    {
        var kept = KeptReleases.Complete(inputs).Where(r => inputs.Services.All(s => s.Incumbent?.Release != r)).ToList();
        return new SlipwayException(
            ExitCode.NoRollback,
            $"no rollback: {reason}",
            kept.Count > 0 ? $"these releases are kept and can be started again with --release=NAME: {string.Join(", ", kept)}" : "deploy a good release instead");
    }
}
