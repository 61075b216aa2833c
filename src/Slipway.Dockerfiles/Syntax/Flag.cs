using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>A flag of an instruction.</summary>
/// <param name="Name">Its name without the dashes, for instance <c>from</c>.</param>
/// <param name="Value">What follows the equals sign, without quotes; null when there is none.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Flag(string Name, string? Value, TextSpan Span)
{
    /// <inheritdoc/>
    public override string ToString() => Value is null ? $"--{Name}" : $"--{Name}={Value}";
}
