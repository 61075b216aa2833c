namespace Slipway.Findings;

/// <summary>Severities as people write them in options and configuration files.</summary>
public static class SeverityName
{
    /// <summary>Reads a severity.</summary>
    /// <param name="text">off, ignore, none, style, info, warning or error, in any case.</param>
    /// <returns>The severity, or null when the text names none.</returns>
    public static Severity? Parse(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        "off" or "ignore" or "none" => Severity.Off,
        "style" => Severity.Style,
        "info" => Severity.Info,
        "warning" => Severity.Warning,
        "error" => Severity.Error,
        _ => null,
    };

    /// <summary>The severity in lower case, as <see cref="Parse"/> reads it.</summary>
    /// <returns>Its name.</returns>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Style => "style",
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => "off",
    };
}
