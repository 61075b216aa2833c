using System.Collections.Immutable;

namespace Slipway.Compose.Drafts;

/// <summary>A first slipway.yaml for an application that nobody has described yet.</summary>
/// <param name="Text">The file: each guess has a comment that says what it is made from.</param>
/// <param name="Services">The guesses about its services.</param>
/// <param name="Refusal">Why Slipway can't deploy this application as it is, in one sentence; null when it can.</param>
public sealed record SettingsDraft(string Text, ImmutableArray<ServiceGuess> Services, string? Refusal)
{
    /// <summary>Works out the settings of an application.</summary>
    /// <param name="model">The application, read with every profile.</param>
    /// <param name="facts">What else is known.</param>
    /// <param name="strategies">What somebody has decided: a strategy for some of the services. It wins over the guess where it can work.</param>
    /// <returns>The draft.</returns>
    public static SettingsDraft Of(ComposeModel model, ApplicationFacts facts, IReadOnlyDictionary<string, string>? strategies = null)
    {
        var proxy = ProxyGuess.Of(model, facts);
        var guesses = new ServiceGuesser(model, facts, proxy).Guess(strategies ?? ImmutableDictionary<string, string>.Empty);
        var released = guesses.Where(guess => guess.Strategy is not "stateful").ToList();
        var refusal = released.Count == 0
            ? $"{model.Name} has no service that a new release could replace without an interruption of its data: {string.Join("; ", guesses.Select(guess => $"{guess.Service}: {guess.Why}"))}"
            : null;
        return new(new DraftWriter(model, facts, proxy, guesses).Write(), guesses, refusal);
    }
}
