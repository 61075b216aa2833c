using System.Reflection;
using System.Text.RegularExpressions;
using PublicApiGenerator;

namespace Cake.Published;

/// <summary>
/// The public API of an assembly as a list, one line for each type and member. What a caller can't see is left out: whether a reference
/// may be null, what is overridden, and the attribute by which Cake.Docker turns its own settings into arguments.
/// </summary>
internal static partial class ApiList
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["Cake.Docker.AutoPropertyAttribute"],
    };

    /// <summary>The list of a published package; lines with # are remarks.</summary>
    public static string[] Read(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')];

    public static string[] Of(Assembly assembly)
    {
        var list = new List<string>();
        var (type, attributes) = (string.Empty, string.Empty);
        foreach (var line in Folded(assembly.GeneratePublicApi(Options)))
        {
            if (line[0] == '[')
            {
                attributes += line + " ";
                continue;
            }

            var name = TypeName().Match(line);
            if (name.Success)
            {
                list.Add(attributes + line);
            }
            else if (!Ignored().IsMatch(line))
            {
                list.Add($"{type}: {attributes}{line}");
            }

            type = name.Success ? name.Groups[1].Value : type;
            attributes = string.Empty;
        }

        return [.. list];
    }

    /// <summary>The lines without their indents and bodies, each constraint at the end of what it constrains.</summary>
    private static string[] Folded(string api)
        => Body().Replace(Constraint().Replace(MayBeNull().Replace(api, string.Empty), " where "), string.Empty)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"(?<!\b(?:bool|int|long|ulong|ushort|System\.TimeSpan|Cake\.Docker\.DockerArgument))\?")]
    private static partial Regex MayBeNull();

    [GeneratedRegex(@"\s+where ")]
    private static partial Regex Constraint();

    [GeneratedRegex(@" \{ \}(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Body();

    [GeneratedRegex(@"^public (?:(?:abstract|sealed|static) )?(?:class|struct|enum|interface) (\S+)")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^namespace |^[{}]$| override ")]
    private static partial Regex Ignored();
}
