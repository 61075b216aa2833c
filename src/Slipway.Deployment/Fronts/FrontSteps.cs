using Slipway.Deployment.Observation;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Gateways;
using Slipway.Deployment.Planning.Steps;
using Slipway.Deployment.Proxies;

namespace Slipway.Deployment.Fronts;

/// <summary>
/// The steps by which users reach what was switched to, and by which that is made sure. A front keeps the addresses that it found when
/// it looked names up, so it is told only when the names lead to the proxies alone. Before that it is told once more, if that interrupts
/// nothing, so that it has somewhere to go while what it knew ends.
/// </summary>
internal static class FrontSteps
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(3);

    /// <summary>Asks what users are answered now.</summary>
    public static IEnumerable<Step> Before(PlanningContext context) =>
        [.. Test(context), .. Ask(context, Serves(context) ? AskFrontMoment.BeforeTakeOver : AskFrontMoment.Before, "what users are answered now")];

    /// <summary>Leads users to what was switched to, and makes sure that they are answered.</summary>
    /// <param name="isLed">Whether the front has been led there already.</param>
    public static IEnumerable<Step> After(PlanningContext context, bool isLed = false)
    {
        foreach (var step in isLed ? [] : Lead(context, isMissed: false))
        {
            yield return step;
        }

        foreach (var step in Write(context, f => f.Content))
        {
            yield return step;
        }

        foreach (var step in Ask(context, AskFrontMoment.After, "users are answered"))
        {
            yield return step;
        }
    }

    /// <summary>Lets a front that is told without an interruption know plain compose's containers beside the proxy.</summary>
    public static IEnumerable<TellFrontStep> KnowBoth(PlanningContext context) =>
        context.Application.Settings.Proxy?.Behind is { } front && Running(context, front) is { } container
        && LooksUpOnce(context, front, container) && Words(context, front, container) is { Count: > 0 }
            ? [Tell(context, front, container, "it knows plain compose's containers beside the proxy")]
            : [];

    /// <summary>Lets a front that finds services by their labels know both the proxies and plain compose's containers, before either of them end.</summary>
    public static IEnumerable<Step> LetNotice(PlanningContext context)
    {
        var changed = context.Request.IsRelease ? context.Layout.Gateways : context.Environment.Raised.Select(g => g.Gateway);
        return changed.Any(g => !g.FrontLabels.IsEmpty) && (context.Request.IsRelease || context.Strays.Any(s => s.IsRunning))
            ? [new LetFrontNoticeStep("Traefik", Notice) { Purpose = "both have its labels", Timeout = Notice + Notice }]
            : [];
    }

    /// <summary>Leads users back to what served before, and tells what they are answered.</summary>
    public static IEnumerable<Step> Undo(PlanningContext context)
    {
        var isChanged = context.Environment.RaisesAtSwitch || context.Request.IsRelease;
        if (isChanged && context.Application.Settings.Proxy?.Behind is { } front && Running(context, front) is { } container)
        {
            yield return Tell(context, front, container, "look up names again") with { ContinueOnError = true };
        }

        foreach (var step in Write(context, f => f.Before ?? f.Content))
        {
            yield return step;
        }

        foreach (var step in Ask(context, AskFrontMoment.Undone, "what users are answered now"))
        {
            yield return step;
        }
    }

    /// <summary>Ends what served before, where it publishes nothing, and lets the user's front find the proxy in its place.</summary>
    /// <param name="isMissed">Whether users wait for what comes after it.</param>
    public static IEnumerable<Step> Lead(PlanningContext context, bool isMissed)
    {
        if (context.Application.Settings.Proxy?.Behind is not { } front)
        {
            yield break;
        }

        var container = Running(context, front);
        var told = container is not null && (context.Environment.TellsFront || context.Request.IsRelease) && LooksUpOnce(context, front, container);
        List<Step> strays = context.Request.IsRelease ? [] : [.. TakeOver.EndStrays(context, isMissed)];
        if (told && strays.Count > 0 && Words(context, front, container) is { Count: > 0 })
        {
            yield return Tell(context, front, container!, "it knows the proxy beside what ends now");
        }

        foreach (var step in strays.Count > 0 ? LetNotice(context).Concat(strays) : [])
        {
            yield return step;
        }

        if (told)
        {
            yield return Tell(context, front, container!, "look up names again");
        }
        else if (container is null)
        {
            yield return Start(context, front);
        }
    }

    // Plain compose's services have the names that it leads to, so that it stays when an application is given back.
    private static IEnumerable<Step> Write(PlanningContext context, Func<LeadingFile, string> content)
    {
        if (context.Request.IsRelease || context.Environment.Leading is not { IsChanged: true } file)
        {
            yield break;
        }

        yield return new WriteFileStep(file.Path, file.Shown, content(file)) { IsShared = true, Purpose = "Traefik finds the services" };
        yield return new LetFrontNoticeStep("Traefik", Notice) { Purpose = "it has read the file", Timeout = Notice + Notice };
    }

    // What was changed on disk since it started is read when it is told.
    private static IEnumerable<TestFrontStep> Test(PlanningContext context) =>
        context.Application.Settings.Proxy?.Behind is { } front && context.Environment is { IsTakeOver: true, TellsFront: true }
        && Running(context, front) is { } container
        && FrontPrograms.Of(context.Application.Compose.Find(front), container)?.Test is { } words
            ? [new TestFrontStep(container.Name, words) { Purpose = "its configuration is one that it takes", Timeout = TimeSpan.FromMinutes(1) }]
            : [];

    private static IEnumerable<AskFrontStep> Ask(PlanningContext context, AskFrontMoment moment, string purpose) =>
        FrontRequests.Of(context) is { Count: > 0 } requests ? [new AskFrontStep(requests, moment) { Purpose = purpose, Timeout = Patience }] : [];

    private static bool Serves(PlanningContext context) =>
        (context.Environment.IsTakeOver || context.Request.IsRelease)
        && (context.Application.Settings.Proxy?.Behind is not { } front || Running(context, front) is not null);

    private static ContainerObservation? Running(PlanningContext context, string front) => context.Observation.Of(front).FirstOrDefault(c => c.IsRunning);

    // Compose would make one anew that depends on others: it is started without them.
    private static Step Start(PlanningContext context, string front) => context.Observation.Of(front).FirstOrDefault() switch
    {
        null => new CommandStep(context.Docker.Up(context.Application.Project, [front])) { Purpose = "the front" },
        { State: "paused" } paused => ContainerStep.Unpause(paused.Name, "the front"),
        var stopped => ContainerStep.Start(stopped.Name, "the front"),
    };

    private static bool LooksUpOnce(PlanningContext context, string front, ContainerObservation container) =>
        context.Application.Settings.Proxy!.Tell.Count > 0
        || FrontPrograms.Of(context.Application.Compose.Find(front), container) is not { Tell: null };

    private static IReadOnlyList<string> Words(PlanningContext context, string front, ContainerObservation? container) =>
        context.Application.Settings.Proxy!.Tell is { Count: > 0 } own
            ? own
            : FrontPrograms.Of(context.Application.Compose.Find(front), container)?.Tell ?? [];

    private static TellFrontStep Tell(PlanningContext context, string front, ContainerObservation container, string purpose) =>
        new(container.Name, Words(context, front, container))
        {
            Purpose = purpose,
            Timeout = TimeSpan.FromMinutes(1),
            RestartsIfRefused = context.Application.Settings.Proxy!.Tell.Count == 0
                && FrontPrograms.Of(context.Application.Compose.Find(front), container)?.Test is null,
        };
}
