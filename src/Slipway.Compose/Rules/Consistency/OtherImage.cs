using Slipway.Compose.Projects;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>An image that is built under one name and run under another, or built twice under one name.</summary>
internal sealed class OtherImage() : ComposeRule(new(
    "SLC202",
    Severity.Warning,
    "Run the image that is built",
    "A service whose image has another tag or another source than the one that was built runs something that nobody has tested.",
    "only its author knows which image was meant"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        var built = context.Project.Services.Where(s => s.Get("build") is not null && s.Text("image") is not null).ToList();
        foreach (var service in context.Project.Services)
        {
            if (service.Get("image") is not { } image || service.Text("image") is not { } text)
            {
                continue;
            }

            var name = ImageName.Parse(text);
            foreach (var other in built.Where(o => o != service))
            {
                var builtName = ImageName.Parse(other.Text("image")!);
                if (builtName.Repository != name.Repository)
                {
                    continue;
                }

                if (service.Get("build") is null)
                {
                    if ((builtName.Tag ?? "latest") != (name.Tag ?? "latest"))
                    {
                        yield return At(image, $"{other.Name} builds {other.Text("image")}, but {service.Name} runs {text}");
                    }
                }
                else if (builtName == name && Recipe(service) != Recipe(other) && string.CompareOrdinal(other.Name, service.Name) < 0)
                {
                    yield return At(image, $"{other.Name} builds {text} from something else: the last one built wins");
                }
            }
        }
    }

    private static string Recipe(ProjectService service) => service.Get("build") switch
    {
        { Value.Text: { } context } => $"{Folder(context)}\n\n",
        { } => $"{Folder(service.Text("build", "context") ?? "?")}\n{service.Text("build", "dockerfile")}\n{service.Text("build", "target")}",
        _ => "",
    };

    private static string Folder(string path) =>
        path.TrimEnd('/') is "." or "" ? "." : path.StartsWith("./", StringComparison.Ordinal) ? path[2..].TrimEnd('/') : path.TrimEnd('/');
}
