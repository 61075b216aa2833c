using Slipway.EndToEnd.Hosts;

// The tests share one engine and two cores: one after the other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(SlipwayProgram))]
