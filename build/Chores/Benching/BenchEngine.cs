using Cake.Frosting;

namespace Build.Chores.Benching;

/// <summary>Measures the parallel engine beside Cake's own.</summary>
[TaskName(nameof(BenchEngine))]
[TaskDescription("Measures the parallel engine beside Cake's own.")]
public sealed class BenchEngine(Checkout checkout) : BenchRun(checkout, "engine");
