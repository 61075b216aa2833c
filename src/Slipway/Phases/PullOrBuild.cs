using Cake.Frosting;
using Slipway.Deployment.Images;

namespace Slipway.Phases;

/// <summary>Brings the images of the release onto the engine, and names them so that they are kept.</summary>
[TaskName(nameof(PullOrBuild))]
[TaskDescription("Brings the release's images onto the engine.")]
[IsDependentOn(typeof(Lock))]
public sealed class PullOrBuild() : Phase(new PullOrBuildSteps());
