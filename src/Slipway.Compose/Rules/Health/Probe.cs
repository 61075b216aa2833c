using System.Collections.Immutable;

namespace Slipway.Compose.Rules.Health;

/// <summary>A health check's command.</summary>
/// <param name="Program">The program that the image must have.</param>
/// <param name="Words">The command with its first word <c>CMD</c> or <c>CMD-SHELL</c>.</param>
internal sealed record Probe(string Program, ImmutableArray<string> Words)
{
    public override string ToString() => string.Join(' ', Words.Skip(1));
}
