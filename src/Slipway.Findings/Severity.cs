namespace Slipway.Findings;

/// <summary>How much a finding matters. The order is that of a threshold: a higher value is worse.</summary>
public enum Severity
{
    /// <summary>Not reported unless a configuration asks for it.</summary>
    Off,

    /// <summary>A matter of taste or habit.</summary>
    Style,

    /// <summary>Worth knowing; nothing is slow or broken because of it.</summary>
    Info,

    /// <summary>Costs time, size or safety.</summary>
    Warning,

    /// <summary>Doesn't work, or not as written.</summary>
    Error,
}
