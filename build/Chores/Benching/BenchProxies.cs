using Cake.Frosting;

namespace Build.Chores.Benching;

/// <summary>Measures what it costs users to replace a proxy, beside its own reload and a container that is made anew, and what it costs to have one.</summary>
[TaskName(nameof(BenchProxies))]
[TaskDescription("Measures what it costs users to replace a proxy, and to have one.")]
public sealed class BenchProxies(Checkout checkout) : BenchRun(checkout, "proxies");
