using Slipway.Deployment.Images;
using Slipway.Linting.Files;
using Slipway.Linting.Forecasts;
using Slipway.Linting.History;
using Slipway.Linting.Images;
using Slipway.Linting.Verification;

namespace Slipway.Linting.Commands;

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
