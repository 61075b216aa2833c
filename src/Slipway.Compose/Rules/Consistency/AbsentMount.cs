using Slipway.Compose.Editing;
using Slipway.Compose.Files;
using Slipway.Compose.Text;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Consistency;

/// <summary>A bind mount of what isn't there.</summary>
internal sealed class AbsentMount() : ComposeRule(new(
    "SLC209",
    Severity.Warning,
    "Mount what is there",
    "The engine makes an empty folder of that name, which belongs to root, and the service finds a folder where it wants its file.",
    "only its author has the file"))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            foreach (var holder in service.All("volumes"))
            {
                foreach (var item in holder.Value.Items)
                {
                    if (SourceOf(item, context) is { } path && !IsMadeByEngine(item, path)
                        && context.Around.Exists(FilePaths.Join(holder.File.Folder, path)) == false)
                    {
                        yield return At(holder.Document, item.Source, $"there is no {path}");
                    }
                }
            }
        }
    }

    /// <summary>Whether an empty folder is what the service wants: it is written to, and neither side is called like a file.</summary>
    private static bool IsMadeByEngine(ComposeValue mount, string source)
    {
        // Of a map compose asks that its source is there.
        if (mount.IsMap || (mount.Text ?? "").Split(':') is not [_, var target, .. var options])
        {
            return false;
        }

        var isReadOnly = options.SelectMany(o => o.Split(',')).Contains("ro");
        return !isReadOnly && !IsFile(source) && !IsFile(target);
    }

    private static bool IsFile(string path) => Path.GetExtension(path.TrimEnd('/')) is { Length: > 1 } extension && !char.IsAsciiDigit(extension[1])
        && Path.GetFileName(path.TrimEnd('/')).TrimStart('.').Contains('.', StringComparison.Ordinal);

    private static string? SourceOf(ComposeValue mount, ComposeLintContext context)
    {
        var text = mount.IsMap
            ? mount.Get("type")?.Text == "bind" && mount.Get("bind")?.Get("create_host_path")?.Text != "true" ? mount.Get("source")?.Text : null
            : mount.Text;
        if (text is null || ComposeVariables.Expand(text, context.Project.Variable) is not { } path)
        {
            return null;
        }

        // A path alone is where a volume without a name is mounted.
        if (!mount.IsMap && !path.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var source = mount.IsMap ? path : path.Split(':')[0];
        // A name is a volume; only a path that begins like one is a path.
        return mount.IsMap || source.StartsWith('.') || source.StartsWith('/') ? source : null;
    }
}
