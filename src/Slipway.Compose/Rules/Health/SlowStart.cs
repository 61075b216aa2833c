using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Compose.Text;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules.Health;

/// <summary>A check that learns late that a service is ready.</summary>
internal sealed partial class SlowStart() : ComposeRule(new(
    "SLC109",
    Severity.Warning,
    "Look at a starting container often, and at a running one calmly",
    "The first probe comes after one whole interval, so a deployment waits that long for a service that was ready long ago."))
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuickTimeout = TimeSpan.FromSeconds(3);

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is not { IsDisabled: false, Words.Length: > 0 } check)
            {
                continue;
            }

            if (check.StartInterval is not null || (context.KnowsStartInterval ? check.Interval < Quick : check.Interval <= Quick))
            {
                continue;
            }

            if (service.Get("healthcheck", "interval") is not null && service.Text("healthcheck", "interval") is null)
            {
                continue;
            }

            var message = string.Create(
                CultureInfo.InvariantCulture,
                $"a service that is ready is used after up to {check.FirstLook.TotalSeconds:0.###} s, one that hangs is noticed after up to "
                    + $"{check.UntilDeadIsNoticed.TotalSeconds:0.###} s");
            if (Changing().IsMatch(string.Join(' ', check.Words)))
            {
                yield return At(check.Place, message,
                    Fix.Refused("the check changes something whenever it is asked, so how often that may be is for its author to say"));
                continue;
            }

            yield return At(check.Place, message, context.KnowsStartInterval ? Separated(service, check, context) : Shortened(context, check));
        }
    }

    /// <summary>Programs that change files or states, and output into a file.</summary>
    [GeneratedRegex(
        @"(?:^|[\s;&|(])(?:rm|mv|unlink|truncate|touch|kill|pkill|tee|sed\s+-i|cp|mkdir|rmdir|ln)(?:\s|$)"
        + @"|(?<![0-9&<>])>{1,2}\s*(?!&|/dev/)[\w./$]")]
    private static partial Regex Changing();

    private static Fix Separated(ProjectService service, DeclaredCheck check, ComposeLintContext context)
    {
        var budget = StartBudget.For(service.Name, context.Around);
        var known = ComposeDuration.Parse(budget.Period) ?? TimeSpan.Zero;
        var entries = ImmutableArray.CreateBuilder<(string, NewValue?)>();
        if (check.StartPeriod < known || check.StartPeriod == TimeSpan.Zero)
        {
            entries.Add(("start_period", NewValue.Word(budget.Period)));
        }

        entries.Add(("start_interval", NewValue.Word(StartBudget.Interval)));
        return Change(
            context,
            check.Place,
            $"looks every {StartBudget.Interval} until the service is healthy, and as rarely as before from then on",
            ["healthcheck"],
            entries.ToImmutable());
    }

    /// <summary>An engine or Compose that knows no start interval: more probes, so many that a hang is noticed no later.</summary>
    private static Fix Shortened(ComposeLintContext context, DeclaredCheck check)
    {
        var timeout = check.Timeout < QuickTimeout ? check.Timeout : QuickTimeout;
        var retries = Math.Max(check.Retries, (int)(check.UntilDeadIsNoticed / (Quick + timeout)));
        var worst = retries * (Quick + timeout);
        return Change(
            context,
            check.Place,
            string.Create(
                CultureInfo.InvariantCulture,
                $"looks every 5 s, since this engine or Compose knows no start_interval; one that hangs is noticed after {worst.TotalSeconds:0} s at most, "
                    + $"before it was {check.UntilDeadIsNoticed.TotalSeconds:0} s"),
            ["healthcheck"],
            ("interval", NewValue.Word("5s")),
            ("timeout", NewValue.Word(ComposeDuration.Write(timeout))),
            ("retries", NewValue.Plain(retries.ToString(CultureInfo.InvariantCulture))));
    }
}
