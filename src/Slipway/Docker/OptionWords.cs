using System.Reflection;
using Cake.Docker;

namespace Slipway.Docker;

/// <summary>
/// The options that settings of Cake.Docker stand for, a word each. Cake.Docker makes a text of them in which it does not quote all
/// that needs quotes; so each property is asked for its own, in what is public of the published package.
/// </summary>
internal static class OptionWords
{
    // Plans show options in this order, and those that are not named here after them; Cake.Docker's own order is the alphabet.
    private static readonly string[] Order =
    [
        nameof(DockerComposeSettings.ProjectName),
        nameof(DockerComposeSettings.File),
        nameof(DockerComposeUpSettings.Detach),
        nameof(DockerComposeUpSettings.NoStart),
        nameof(DockerComposeUpSettings.NoDeps),
        nameof(DockerComposeUpSettings.NoBuild),
        nameof(DockerComposeRmSettings.Stop),
    ];

    /// <summary>The options of settings.</summary>
    /// <typeparam name="TSettings">The settings of one command.</typeparam>
    /// <param name="settings">The settings. No secrets: those never are arguments.</param>
    /// <returns>The words; none for what is not set.</returns>
    public static IReadOnlyList<string> Of<TSettings>(TSettings settings)
        where TSettings : AutoToolSettings, new()
    {
        // Loops: queries over the package's structs would be compiled at each start, which a Plan would wait for.
        var words = new List<string>();
        var properties = typeof(TSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
        foreach (var property in properties.OrderBy(p => Place(p.Name)))
        {
            if (property.GetValue(settings) is null or false)
            {
                continue;
            }

            foreach (var argument in ArgumentsBuilderExtension.GetArgumentFromProperty(property, settings, preCommand: false, isSecret: false))
            {
                if (argument is { } option)
                {
                    Add(option, words);
                }
            }
        }

        return words;
    }

    private static int Place(string property) => Array.IndexOf(Order, property) is >= 0 and var place ? place : Order.Length;

    // With a key, the value is a text and one word, whatever it contains; without, it is a flag, or an option and its number.
    private static void Add(DockerArgument argument, List<string> words)
    {
        string[] parts = argument.Key is null ? argument.Value!.Split(' ') : [argument.Key, argument.Value!];
        words.Add(Short(parts[0]));
        words.AddRange(parts.AsSpan(1));
    }

    // As a person types them. Of stop's option only the short name is the same in all versions of docker.
    private static string Short(string option) => option switch
    {
        "--project-name" => "-p",
        "--file" => "-f",
        "--detach" => "-d",
        "--time" or "--timeout" => "-t",
        _ => option,
    };
}
