namespace Slipway.Linting.Options;

/// <summary>How findings are written.</summary>
internal enum LintFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs.</summary>
    Json,

    /// <summary>For code hosts.</summary>
    Sarif,

    /// <summary>As annotations of GitHub Actions.</summary>
    GitHub,

    /// <summary>As a baseline.</summary>
    Baseline,
}
