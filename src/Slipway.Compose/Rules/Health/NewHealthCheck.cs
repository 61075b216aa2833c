using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;

namespace Slipway.Compose.Rules.Health;

/// <summary>A health check for a service that has none: the times of the plan, and a look every half second while it starts.</summary>
internal static class NewHealthCheck
{
    private const string Unknown = "nobody can tell which program of the image could ask the service; with the image present, or with the address of its "
        + "health in slipway.yaml, one may be found";

    /// <summary>Where it has to be written: the topmost file that says something about it, else the one that defines the service.</summary>
    public static PlacedValue PlaceFor(ProjectService service) => service.Get("healthcheck") ?? service.Definition;

    /// <summary>What has to be written, or why it can't be known.</summary>
    public static (ImmutableArray<(string Key, NewValue? Value)> Entries, string Reason) For(ProjectService service, ComposeLintContext context)
    {
        if (ProbeChoice.For(service, context) is not { } probe)
        {
            return ([], Unknown);
        }

        var budget = StartBudget.For(service.Name, context.Around);
        ImmutableArray<(string, NewValue?)> entries =
        [
            ("test", NewValue.Words(probe.Words)),
            ("interval", NewValue.Word("5s")),
            ("timeout", NewValue.Word("3s")),
            ("retries", NewValue.Plain("12")),
            ("start_period", NewValue.Word(budget.Period)),
        ];
        if (context.KnowsStartInterval)
        {
            entries = entries.Add(("start_interval", NewValue.Word(StartBudget.Interval)));
        }

        return (
            entries,
            $"asks with {probe.Program}, which the image has; a starting container is looked at "
                + $"{(context.KnowsStartInterval ? $"every {StartBudget.Interval} for {budget.Said}" : "every 5s")}, one that hangs is noticed after 96 s at "
                + "most");
    }
}
