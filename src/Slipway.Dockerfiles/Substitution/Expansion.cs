namespace Slipway.Dockerfiles.Substitution;

/// <summary>What text becomes when its variables are replaced.</summary>
/// <param name="Text">The text as one word.</param>
/// <param name="Words">The text split at blanks outside of quotes.</param>
/// <param name="Used">The variables that had a value.</param>
/// <param name="Unset">Those that had none.</param>
/// <param name="Error">Why the engine refuses the text; then the text and the words are empty.</param>
public sealed record Expansion(
    string Text, IReadOnlyList<string> Words, IReadOnlyCollection<string> Used, IReadOnlyCollection<string> Unset, string? Error = null);
