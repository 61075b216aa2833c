using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>An image that is another one tomorrow.</summary>
internal sealed class MovingTag() : ComposeRule(new(
    "SLC203",
    Severity.Warning,
    "Name the version of an image",
    "latest is another image whenever it is pulled: a restart may bring a new major version, and there is no way back to the old one.",
    "which version is wanted can't be seen from here"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (service.Get("build") is not null || service.Get("image") is not { } image || service.Text("image") is not { } text)
            {
                continue;
            }

            if (ImageName.Parse(text) is { Digest: null, Tag: null or "latest" } && !IsBuiltHere(text, context))
            {
                yield return At(image.Document, image.Value.Source, $"{text} has no version");
            }
        }
    }

    private static bool IsBuiltHere(string image, ComposeLintContext context) =>
        context.Project.Services.Any(o => o.Get("build") is not null && o.Text("image") == image);
}
