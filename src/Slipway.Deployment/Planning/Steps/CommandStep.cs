using System.Globalization;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Planning.Steps;

/// <summary>Runs a program.</summary>
/// <param name="Line">The command.</param>
public sealed record CommandStep(CommandLine Line) : Step
{
    /// <summary>Whether the run goes on when it fails, with a warning.</summary>
    public bool ContinueOnError { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Ends => Line.Arguments is { Count: > 1 } words && words[1] == "stop"
        ? [.. words.Skip(2).SkipWhile(w => w.StartsWith('-') || int.TryParse(w, CultureInfo.InvariantCulture, out _))]
        : [];

    /// <inheritdoc/>
    public override string Command => Line.ToString();
}
