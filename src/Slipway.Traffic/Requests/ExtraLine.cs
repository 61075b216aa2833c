namespace Slipway.Traffic.Requests;

/// <summary>A line of the user's own for the configuration of a proxy.</summary>
/// <param name="Text">The line, without its end.</param>
/// <param name="Origin">Where the user wrote it, for people, such as <c>slipway.yaml:7:5</c>.</param>
public sealed record ExtraLine(string Text, string Origin);
