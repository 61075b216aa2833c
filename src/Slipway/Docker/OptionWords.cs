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
    public static IEnumerable<string> Of<TSettings>(TSettings settings)
        where TSettings : AutoToolSettings, new() =>
        typeof(TSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(p => p.GetValue(settings) is not (null or false))
            .OrderBy(p => (uint)Array.IndexOf(Order, p.Name))
            .SelectMany(p => ArgumentsBuilderExtension.GetArgumentFromProperty(p, settings, preCommand: false, isSecret: false))
            .SelectMany(a => a is { } argument ? Words(argument) : []);

    // With a key, the value is a text and one word, whatever it contains; without, it is a flag, or an option and its number.
    private static IEnumerable<string> Words(DockerArgument argument) =>
        argument.Key is { } key ? [Short(key), argument.Value!]
        : argument.Value?.Split(' ') is [var option, .. var number] ? [Short(option), .. number]
        : [];

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
