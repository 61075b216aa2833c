namespace Slipway.Dockerfiles.Syntax;

/// <summary>What text that might be a JSON array turns out to be.</summary>
internal enum JsonArrayKind
{
    /// <summary>No array at all: the instruction is in shell form.</summary>
    None,

    /// <summary>An array of strings.</summary>
    Strings,

    /// <summary>An array that holds something else, which the engine refuses.</summary>
    Mixed,
}
