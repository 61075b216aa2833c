using Cake.Frosting;
using Slipway.Errors;
using Slipway.Execution;
using Slipway.Graph.Tasks;
using Slipway.Observability.Journal;
using Slipway.Planning;
using Slipway.Planning.Changes;

namespace Slipway.Phases;

/// <summary>Goes back to the slot that served before; with <c>--release=NAME</c> to any release whose images are kept.</summary>
[TaskName(nameof(Rollback))]
[TaskDescription("Goes back to the release before, or with --release=NAME to a kept one.")]
public sealed class Rollback : AsyncFrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override Task RunAsync(SlipwayContext context) => SlipwayContext.GuardAsync(() => RollBackAsync(context));

    private static async Task RollBackAsync(SlipwayContext context)
    {
        var session = context.Session;
        var cold = session.Options.Release is not null;
        var plan = DeploymentPlanner.Plan(session.Application, session.Observation, session.Request(kept: cold), cold ? PhaseGraph.Phases : []);
        var phases = cold ? Cold(plan) : [RollbackPlanner.Plan(plan.Inputs)];
        var release = cold ? plan.Inputs.Release : RollbackPlanner.ReleaseOf(plan.Inputs);
        await using var run = new DeploymentRun(session, plan, RunAction.Rollback, release, context.Shown(), TimeProvider.System);
        foreach (var phase in phases.Where(p => !p.IsEmpty))
        {
            await run.ExecuteAsync(phase, context.CancellationToken());
        }

        context.Console.WriteLine("{0}: {1}, {2:0.00} s", session.Application.Name, phases.Any(p => !p.IsEmpty) ? cold ? $"release {plan.Inputs.Release} serves again" : phases[0].Reason : "nothing to do", run.Elapsed.TotalSeconds);
    }

    private static IReadOnlyList<PhasePlan> Cold(DeploymentPlan plan)
    {
        var refusals = plan.Refusals.Select(r => $"{r.Message} ({r.Remedy})").ToList();
        foreach (var service in plan.Inputs.Changing.Where(s => s.Incumbent is not null))
        {
            var image = plan.Inputs.Observation.Images.GetValueOrDefault(ChangeFinder.ReleaseTag(plan.Inputs.Application.Name, service.Name, plan.Inputs.Release));
            if (image is not null && SchemaCompatibility.Refusal(plan.Inputs.Observation, image.Labels, service.Incumbent!.Labels, plan.Inputs.Release) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals.Count == 0
            ? plan.Phases
            : throw new SlipwayException(ExitCode.NoRollback, $"no rollback: {string.Join("; ", refusals.Distinct())}");
    }
}
