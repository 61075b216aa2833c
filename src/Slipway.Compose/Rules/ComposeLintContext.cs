using Slipway.Compose.Files;
using Slipway.Compose.Projects;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Rules;

/// <summary>What rules look at.</summary>
/// <param name="File">The file that findings are wanted for.</param>
/// <param name="Project">The application that it belongs to.</param>
/// <param name="Around">What else is known.</param>
internal sealed record ComposeLintContext(ComposeFile File, ComposeProject Project, ComposeSurroundings Around)
{
    private static readonly Version FirstEngine = new(25, 0);
    private static readonly Version FirstCompose = new(2, 20, 2);

    /// <summary>Whether <c>start_interval</c> is understood; an older Compose refuses the file, an older engine the container.</summary>
    public bool KnowsStartInterval => (Around.Engine() ?? FirstEngine) >= FirstEngine && (Around.Compose() ?? FirstCompose) >= FirstCompose;

    /// <summary>The image of a service, as far as it is known.</summary>
    public ImageFacts? ImageOf(ProjectService service) => Around.Images?.Find(service.Name, service.Text("image"));
}
