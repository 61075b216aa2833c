namespace Slipway.Graph.Scopes;

/// <summary>How far a running task says it is.</summary>
/// <param name="Text">What it is doing, in a few words.</param>
/// <param name="Fraction">The part that is done, from 0 to 1; null when unknown.</param>
internal sealed record TaskProgress(string Text, double? Fraction);
