using System.Collections.Immutable;

namespace Slipway.Compose.Drafts;

/// <summary>A first slipway.yaml for an application that nobody has described yet.</summary>
/// <param name="Text">The file: each guess has a comment that says what it is made from. Empty when Slipway can't deploy the application.</param>
/// <param name="Services">The guesses about its services.</param>
/// <param name="Refusal">Why Slipway can't deploy this application as it is, in one sentence; null when it can.</param>
public sealed record SettingsDraft(string Text, ImmutableArray<ServiceGuess> Services, string? Refusal)
{
    /// <summary>Works out the settings of an application.</summary>
    /// <param name="model">The application, read with every profile.</param>
    /// <param name="facts">What else is known.</param>
    /// <param name="decisions">What somebody has decided about some of the services. It wins over the guess where it can work.</param>
    /// <returns>The draft.</returns>
    public static SettingsDraft Of(ComposeModel model, ApplicationFacts facts, IReadOnlyDictionary<string, ServiceDecision>? decisions = null)
    {
        decisions ??= ImmutableDictionary<string, ServiceDecision>.Empty;
        var proxy = ProxyGuess.Of(model, facts);
        var guesses = Guess(model, facts, proxy, decisions);
        if (proxy is { More: null } && proxy.Targets.Keys.FirstOrDefault(n => guesses.Any(g => g.Service == n && g.Strategy != "blue-green")) is { } other)
        {
            // Slipway's configuration leads to slots only.
            proxy = proxy with { More = $"leads to {other}, which is not blue-green" };
            guesses = Guess(model, facts, proxy, decisions);
        }

        var refusal = guesses.All(g => g.Strategy == "stateful") ? Refuse(model, guesses) : null;
        return new(refusal is null ? new DraftWriter(model, facts, proxy, guesses).Write() : "", guesses, refusal);
    }

    private static string Refuse(ComposeModel model, ImmutableArray<ServiceGuess> guesses) => guesses.IsEmpty
        ? $"{model.Name} has no service that runs all the time"
        : $"{model.Name} has no service that a new release could replace without an interruption of its data: "
            + $"{string.Join("; ", guesses.Select(g => $"{g.Service}: {g.Why}"))}";

    private static ImmutableArray<ServiceGuess> Guess(
        ComposeModel model, ApplicationFacts facts, ProxyGuess? proxy, IReadOnlyDictionary<string, ServiceDecision> decisions) =>
        new ServiceGuesser(model, facts, proxy is { More: null } ? proxy : null, new PortGuesser(model, facts, proxy)).Guess(decisions);
}
