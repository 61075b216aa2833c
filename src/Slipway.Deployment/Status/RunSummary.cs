using System.Globalization;
using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Deployment.Status;

/// <summary>Says in one line what a run that succeeded has done.</summary>
internal static class RunSummary
{
    /// <summary>What a run has done.</summary>
    /// <param name="plan">The plan that was carried out.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <returns>One line.</returns>
    public static string Of(DeploymentPlan plan, TimeSpan elapsed)
    {
        var context = plan.Context;
        if (context.Request.Until is { } until)
        {
            return OfPart(plan, until, elapsed);
        }

        var (name, seconds) = (context.Application.Name, elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture));
        var ended = context.UnmanagedContainers.ToHashSet();
        var isKept = context.Application.Settings.KeepWarm
            && context.Changing.Any(s => s is { Active: not null, Incumbent: { IsRunning: true } incumbent } && !ended.Contains(incumbent));
        return context.Request switch
        {
            { IsRelease: true } => $"{name}: plain compose serves {context.Release}, {seconds} s; --target=Deploy takes it over again",
            { IsWarmRollback: true } => $"{name}: {context.Changing.First().Incumbent!.Release} -> {context.Release}, {seconds} s",
            { Kept: true } => $"{name}: release {context.Release} serves again, {seconds} s",
            _ => $"{name}: release {context.Release} serves after {seconds} s{(isKept ? "; the one before stays warm: --target=Rollback" : string.Empty)}",
        };
    }

    // Nothing is said of what was not done.
    private static string OfPart(DeploymentPlan plan, string until, TimeSpan elapsed)
    {
        var (context, isSwitched) = (plan.Context, plan.Phases.Any(p => p.Name == SwitchSteps.PhaseName && !p.IsEmpty));
        var what = context.Request.IsBackup ? string.Empty
            : isSwitched ? $"; release {context.Release} was switched to, and nobody has made sure that it serves; --target=Deploy does"
            : $"; release {context.Release} does not serve; --target=Deploy does the rest";
        return string.Create(
            CultureInfo.InvariantCulture, $"{context.Application.Name}: done up to {until}, {elapsed.TotalSeconds:0.00} s{what}");
    }

    /// <summary>The release that serves where nothing changes.</summary>
    /// <param name="plan">The plan, in which nothing changes.</param>
    /// <returns>Its name, which would be another one by now where an image was pulled since.</returns>
    public static string Serving(DeploymentPlan plan) =>
        plan.Context.Services.Select(s => s.Incumbent).OfType<ContainerObservation>().MaxBy(c => c.Created)?.Release ?? plan.Context.Release;

    /// <summary>What a run says that had nothing to do.</summary>
    /// <param name="plan">The plan, in which nothing changes.</param>
    /// <returns>One line.</returns>
    public static string OfNothing(DeploymentPlan plan)
    {
        var (context, serving) = (plan.Context, $"release {Serving(plan)} serves");
        return context.Request.IsRelease ? $"{context.Application.Name}: nothing to do, Slipway has neither slots nor proxies here"
            : $"{context.Application.Name}: {(context.Request.Kept ? "nothing to do" : "nothing changed")}, {serving}";
    }
}
