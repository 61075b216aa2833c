using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Asks the new slots through the proxy, as users will, while users still reach the old ones.</summary>
[TaskName(nameof(SmokeTest))]
[TaskDescription("Asks the new release through the proxy.")]
[IsDependentOn(typeof(AwaitReady))]
public sealed class SmokeTest() : Phase(new SmokeTestSteps());
