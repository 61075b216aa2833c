using System.Globalization;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Health;

/// <summary>A check that takes minutes to notice that a service hangs.</summary>
internal sealed class LateNotice() : ComposeRule(new(
    "SLC110",
    Severity.Info,
    "Notice within two minutes that a service hangs",
    "Until then requests are sent to it. It takes as many intervals and timeouts as there are retries.",
    "who runs the service has to say how soon it must be noticed and how much probing it bears"))
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is not { IsDisabled: false, Words.Length: > 0 } check || check.UntilDeadIsNoticed <= Limit)
            {
                continue;
            }

            yield return At(
                check.Place,
                string.Create(CultureInfo.InvariantCulture, $"a service that hangs is noticed after up to {check.UntilDeadIsNoticed.TotalSeconds:0} s"));
        }
    }
}
