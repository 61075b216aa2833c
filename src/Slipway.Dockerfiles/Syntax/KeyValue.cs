namespace Slipway.Dockerfiles.Syntax;

/// <summary>A name with its value, of ENV, LABEL or ARG.</summary>
/// <param name="Key">The name as written.</param>
/// <param name="Value">The value as written, quotes included; null for an ARG without a default.</param>
public sealed record KeyValue(Word Key, Word? Value);
