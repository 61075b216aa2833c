using System.Collections.Immutable;
using Slipway.Compose.Fronts;
using Slipway.Compose.Services;

namespace Slipway.Compose.Drafts;

/// <summary>A first slipway.yaml for an application that nobody has described yet.</summary>
/// <param name="Text">The file: each guess has a comment that says what it is made from. Empty when Slipway can't deploy the application.</param>
/// <param name="Services">The guesses about its services.</param>
/// <param name="Refusal">Why Slipway can't deploy this application as it is, in one sentence; null when it can.</param>
public sealed record SettingsDraft(string Text, ImmutableArray<ServiceGuess> Services, string? Refusal)
{
    /// <summary>What would make the guesses surer, each with the service that it is about.</summary>
    public ImmutableArray<string> Questions { get; init; } = [];

    /// <summary>Tells all that speaks for one role or another of a service, and against it: of what has a strategy the first decides.</summary>
    /// <param name="model">The application, read with every profile.</param>
    /// <param name="facts">What else is known.</param>
    /// <param name="service">One of its services.</param>
    /// <returns>The evidence, in the order in which it counts.</returns>
    public static ImmutableArray<RoleEvidence> Explain(ComposeModel model, ApplicationFacts facts, ComposeService service)
    {
        var front = new FrontFinder(model, facts.FrontSources).Find();
        return [.. new ServiceGuesser(model, facts, front, new PortGuesser(model, facts, front)).Explain(service)];
    }

    /// <summary>Works out the settings of an application.</summary>
    /// <param name="model">The application, read with every profile.</param>
    /// <param name="facts">What else is known.</param>
    /// <param name="decisions">What somebody has decided about some of the services. It wins over the guess where it can work.</param>
    /// <returns>The draft.</returns>
    public static SettingsDraft Of(ComposeModel model, ApplicationFacts facts, IReadOnlyDictionary<string, ServiceDecision>? decisions = null)
    {
        decisions ??= ImmutableDictionary<string, ServiceDecision>.Empty;
        var front = new FrontFinder(model, facts.FrontSources).Find();
        if (front is not null && decisions.TryGetValue(front.Service.Name, out var decided) && decided.Strategy != "stateful")
        {
            // Slipway would replace it then, and can't stand behind it.
            front = null;
        }

        var guesses = Guess(model, facts, front, decisions);
        if (front is { IsPlain: true } && front.Services.FirstOrDefault(n => guesses.Any(g => g.Service == n && g.Strategy != "blue-green")) is { } other)
        {
            // Slipway's configuration leads to slots only.
            front = front with { More = [$"leads to {other}, which is not blue-green"] };
            guesses = Guess(model, facts, front, decisions);
        }

        if (front is { IsPlain: false } && !guesses.Any(g => g.Strategy == "blue-green" && front.MayReach(g.Service)))
        {
            var idle = front;
            front = null;
            var alone = Guess(model, facts, null, decisions).ToDictionary(g => g.Service);
            guesses =
            [
                .. guesses.Select(guess => guess.Service == idle.Service.Name ? Alone(alone[guess.Service], idle)
                    : idle.MayReach(guess.Service) ? guess
                    : alone[guess.Service]),
            ];
        }

        var refusal = guesses.All(g => g.Strategy == "stateful") ? Refuse(model, guesses) : null;
        var writer = new DraftWriter(model, facts, front, guesses);
        return new(refusal is null ? writer.Write() : "", guesses, refusal)
        {
            Questions = [.. guesses.Where(g => g.Question is not null).Select(g => $"{g.Service}: {g.Question}"), .. writer.Questions],
        };
    }

    private static string Refuse(ComposeModel model, ImmutableArray<ServiceGuess> guesses) => guesses.IsEmpty
        ? $"{model.Name} has no service that runs all the time"
        : $"{model.Name} has no service that a new release could replace without an interruption of its data: "
            + $"{string.Join("; ", guesses.Select(g => $"{g.Service}: {g.Why}"))}";

    /// <summary>A front that nothing with slots stands behind gets none itself: what it does when it starts is its own.</summary>
    private static ServiceGuess Alone(ServiceGuess guess, Front front) => guess.Strategy != "blue-green" || guess.Why == ServiceGuesser.Decided
        ? guess
        : new(guess.Service, "handoff", $"it stands before {string.Join(" and ", front.Services.DefaultIfEmpty("others"))}, without slots")
        {
            Role = ServiceRole.Front,
        };

    private static ImmutableArray<ServiceGuess> Guess(
        ComposeModel model, ApplicationFacts facts, Front? front, IReadOnlyDictionary<string, ServiceDecision> decisions) =>
        new ServiceGuesser(model, facts, front, new PortGuesser(model, facts, front)).Guess(decisions);
}
