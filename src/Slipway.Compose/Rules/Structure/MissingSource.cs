using Slipway.Compose.Editing;
using Slipway.Compose.Files;
using Slipway.Compose.Projects;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Structure;

/// <summary>An include or extends that leads nowhere, or back to itself.</summary>
internal sealed class MissingSource() : ComposeRule(new(
    "SLC003",
    Severity.Error,
    "Include and extend what is there, and in no circle",
    "Compose refuses the whole application when a part of it can't be found or leads back to itself.",
    "only its author knows what was meant"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context) => Files(context).Concat(Circles(context)).Concat(Services(context));

    private IEnumerable<Finding> Files(ComposeLintContext context) =>
        FileReferences.Of(context.File, context.Project.Variable)
            .Where(r => context.Around.Exists(r.Location) == false)
            .Select(r => At(context.File.Document!, r.Value.Source, $"there is no file {r.Value.Text}"));

    private IEnumerable<Finding> Circles(ComposeLintContext context) =>
        FileCircle.In(context.Project.Files, context.Project.Variable) is { } circle && circle.From == context.File
            ? [At(context.File.Document!, circle.Value.Source, $"including {circle.Value.Text} here leads back to it")]
            : [];

    private IEnumerable<Finding> Services(ComposeLintContext context)
    {
        foreach (var place in ComposeProject.LayersOf(context.File))
        {
            if (place.Value.Get("extends") is not { } extends)
            {
                continue;
            }

            var name = extends.Text ?? extends.Get("service")?.Text;
            if (context.Project.Extended(place).Any())
            {
                if (Circle(context.Project, place) is { } way)
                {
                    yield return At(context.File.Document!, extends.Source, $"{string.Join(" extends ", way)}");
                }
            }
            else if (IsReadable(context, place.File, extends))
            {
                yield return At(
                    context.File.Document!, extends.Source, name is null ? "it doesn't say which service to extend" : $"there is no service {name} to extend");
            }
        }
    }

    /// <summary>Whether the file would be known; what can't be read has a finding of its own.</summary>
    private static bool IsReadable(ComposeLintContext context, ComposeFile file, ComposeValue extends) =>
        FileReferences.Extended(file, extends, context.Project.Variable) is not { } location
            || context.Project.Files.Any(o => o.Location == location && o.Document is not null);

    /// <summary>The way from a service back to itself, or null.</summary>
    private static List<string>? Circle(ComposeProject project, PlacedValue start)
    {
        var (way, seen) = (new List<string> { start.Service }, new HashSet<(string, string)> { (start.File.Location, start.Service) });
        for (var next = project.Extended(start).LastOrDefault(); next is not null; next = project.Extended(next).LastOrDefault())
        {
            way.Add(next.Service);
            if (seen.Add((next.File.Location, next.Service)))
            {
                continue;
            }

            return next.File == start.File && next.Service == start.Service ? way : null;
        }

        return null;
    }
}
