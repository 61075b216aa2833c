namespace Benchmarks.Deploy;

/// <summary>Everything that was measured in one run.</summary>
/// <param name="Contenders">The baseline first.</param>
/// <param name="BootSeconds">Seconds of its boot that the application sleeps.</param>
/// <param name="Notes">What the reader has to know about this run.</param>
internal sealed record BenchFigures(IReadOnlyList<ContenderFigures> Contenders, int BootSeconds, IReadOnlyList<string> Notes);
