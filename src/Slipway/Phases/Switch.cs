using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Lets the proxy serve the new slots, in one act, and hands over what runs once only.</summary>
[TaskName(nameof(Switch))]
[TaskDescription("Lets the proxy serve the new release.")]
[IsDependentOn(typeof(SmokeTest))]
public sealed class Switch() : Phase(new SwitchSteps());
