using Slipway.Compose.Editing;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Health;

/// <summary>A start interval without the period that it acts in.</summary>
internal sealed class StartIntervalAlone() : ComposeRule(new(
    "SLC102",
    Severity.Error,
    "Give start_interval a start_period to act in",
    "Without one the engine never uses it, and newer versions of Compose refuse to start the service."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is not { StartInterval: { } interval } check || check.StartPeriod > TimeSpan.Zero)
            {
                continue;
            }

            if (service.Get("healthcheck", "start_period") is { } period && service.Text("healthcheck", "start_period") is null)
            {
                // It depends on a variable.
                _ = period;
                continue;
            }

            var budget = StartBudget.For(service.Name, context.Around);
            var fix = Change(
                context,
                interval,
                $"lets it act for {budget.Said}, in which a failed probe doesn't count",
                ["healthcheck"],
                ("start_period", NewValue.Word(budget.Period)));
            yield return At(interval, "it has no effect without a start_period", fix);
        }
    }
}
