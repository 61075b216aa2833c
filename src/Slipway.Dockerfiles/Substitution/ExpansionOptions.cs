namespace Slipway.Dockerfiles.Substitution;

/// <summary>How text is expanded.</summary>
public sealed record ExpansionOptions
{
    /// <summary>The character that takes the meaning from the next one.</summary>
    public char Escape { get; init; } = '\\';

    /// <summary>Whether quotes stay in the result.</summary>
    public bool KeepsQuotes { get; init; }

    /// <summary>Whether escape characters stay in the result.</summary>
    public bool KeepsEscapes { get; init; }

    /// <summary>Whether a variable without a value stays as it is written.</summary>
    public bool KeepsUnset { get; init; }
}
