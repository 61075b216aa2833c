using Cake.Frosting;
using Slipway.Planning;
using Slipway.Planning.Changes;
using Slipway.Planning.Steps;

namespace Slipway.Phases;

/// <summary>Brings the images of the release onto the engine, and names them so that they are kept.</summary>
[TaskName(nameof(PullOrBuild))]
[TaskDescription("Brings the release's images onto the engine.")]
[IsDependentOn(typeof(Lock))]
public sealed class PullOrBuild : Phase
{
    /// <inheritdoc/>
    protected override IEnumerable<Step> Steps(DeploymentInputs inputs)
    {
        var images = inputs.Changing.Select(s => s.Image).ToList();
        var (built, pulled) = (ServicesTo(ImageAction.Build), ServicesTo(ImageAction.Pull));
        if (built.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["build", .. built])) { Purpose = "build", Timeout = TimeSpan.FromHours(1) };
        }

        if (pulled.Count > 0)
        {
            yield return new CommandStep(inputs.Compose(["pull", "--quiet", .. pulled])) { Purpose = "pull", Beside = built.Count > 0, Tries = 3, Timeout = TimeSpan.FromMinutes(30) };
        }

        var first = true;
        foreach (var image in images.Where(i => i.Reference != i.ReleaseTag && (i.Id is null || inputs.Observation.Images.GetValueOrDefault(i.ReleaseTag)?.Id != i.Id)))
        {
            yield return new CommandStep(inputs.Docker("tag", image.Reference, image.ReleaseTag)) { Purpose = "keep for a rollback", Beside = !first };
            first = false;
        }

        List<string> ServicesTo(ImageAction action) => [.. images.Where(i => i.Action == action).Select(i => i.Service).Distinct()];
    }

    /// <inheritdoc/>
    protected override string Reason(DeploymentInputs inputs, IReadOnlyList<Step> steps) =>
        steps.Count == 0 ? "images are present" : string.Join(", ", inputs.Changing.Select(s => $"{s.Name}: {s.Image.Reason}"));
}
