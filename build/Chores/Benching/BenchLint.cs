using Cake.Frosting;

namespace Build.Chores.Benching;

/// <summary>Measures Lint beside dockerfilelint from npm, and what Optimize is worth.</summary>
[TaskName(nameof(BenchLint))]
[TaskDescription("Measures Lint beside dockerfilelint from npm, and what Optimize is worth.")]
public sealed class BenchLint(Checkout checkout) : BenchRun(checkout, "lint");
