using Benchmarks.Engine;

namespace Benchmarks.Deploy;

/// <summary>Everything that was measured in one run.</summary>
/// <param name="Contenders">The baseline first.</param>
/// <param name="Plan">Seconds of a warm Plan of Slipway, from shell to shell.</param>
/// <param name="ComposeDryRun">Seconds of compose's own dry run of the same change.</param>
/// <param name="Notes">What the reader has to know about this run.</param>
internal sealed record BenchFigures(IReadOnlyList<ContenderFigures> Contenders, Figures Plan, Figures ComposeDryRun, IReadOnlyList<string> Notes);
