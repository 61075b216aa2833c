using Cake.Frosting;
using Slipway.Deployment.Strategies.Phases;

namespace Slipway.Phases;

/// <summary>Makes sure, by asking the proxy, that the new slots serve, and watches how they do.</summary>
[TaskName(nameof(Watch))]
[TaskDescription("Makes sure that the new release serves.")]
[IsDependentOn(typeof(Switch))]
public sealed class Watch() : Phase(new WatchSteps());
