using Slipway.Findings;

namespace Slipway.Linting.Options;

/// <summary>What the user asks of Lint and Optimize.</summary>
internal sealed record LintOptions
{
    /// <summary>The name of the baseline that is taken when none is named.</summary>
    public const string BaselineName = "lint-baseline.json";

    /// <summary>The application's folder, absolute.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder that shown paths are relative to.</summary>
    public string Start { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>How findings are written.</summary>
    public LintFormat Format { get; init; } = LintFormat.Text;

    /// <summary>A file that SARIF is written to besides.</summary>
    public string? SarifFile { get; init; }

    /// <summary>The least severity that fails; null for what hadolint's configuration says, or else a warning.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>The file with the findings to put up with; null when there is none.</summary>
    public string? Baseline { get; init; }

    /// <summary>Whether shellcheck is asked too, where it is installed.</summary>
    public bool ShellCheck { get; init; } = true;

    /// <summary>Whether the engine of this machine is asked too, where there is one.</summary>
    public bool Engine { get; init; } = true;

    /// <summary>Whether fixes are written.</summary>
    public bool Apply { get; init; }

    /// <summary>How many commits to forecast from; null for no forecast.</summary>
    public int? Forecast { get; init; }

    /// <summary>Whether the fixes are tried on the engine.</summary>
    public bool Verify { get; init; }
}
