using Cake.Frosting;

namespace Build.Chores.Benching;

/// <summary>Measures how long a service that is ready waits for its health check, before and after Optimize.</summary>
[TaskName(nameof(BenchHealth))]
[TaskDescription("Measures how long a service that is ready waits for its health check, before and after Optimize.")]
public sealed class BenchHealth(Checkout checkout) : BenchRun(checkout, "health");
