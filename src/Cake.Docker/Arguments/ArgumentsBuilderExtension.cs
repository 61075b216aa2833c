using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Cake.Core;
using Cake.Core.IO;

namespace Cake.Docker;

/// <summary>
/// Builds the arguments of docker from settings.
/// </summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "The published name.")]
public static partial class ArgumentsBuilderExtension
{
    /// <summary>Appends a command with its options and arguments.</summary>
    /// <param name="builder">What to append to.</param>
    /// <param name="command">The command, such as <c>image build</c>.</param>
    /// <param name="settings">The options; null for none.</param>
    /// <param name="arguments">The arguments, one each whatever they contain; those already in quotes are left as they are.</param>
    /// <exception cref="ArgumentException">The command is null or empty.</exception>
    public static void AppendAll<TSettings>(this ProcessArgumentBuilder builder, string command, TSettings? settings, string[] arguments)
        where TSettings : AutoToolSettings, new()
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        ArgumentNullException.ThrowIfNull(arguments);
        settings ??= new TSettings();
        AppendArguments(builder, settings, preCommand: true);
        builder.Append(command);
        AppendArguments(builder, settings, preCommand: false);
        foreach (var argument in arguments)
        {
            builder.Append(IsQuoted(argument) ? argument : ProcessArgumentEscaper.Escape(argument));
        }
    }

    /// <summary>Appends the options of settings, in the order of their properties.</summary>
    /// <param name="builder">What to append to.</param>
    /// <param name="settings">The options.</param>
    /// <param name="preCommand">Whether to append those that come before the command, or those that come after it.</param>
    public static void AppendArguments<TSettings>(ProcessArgumentBuilder builder, TSettings settings, bool preCommand)
        where TSettings : AutoToolSettings, new()
    {
        foreach (var property in SettingsOptions.Of(settings))
        {
            foreach (var argument in GetArgumentFromProperty(property, settings, preCommand, IsPropertyValueSecret(property, settings)))
            {
                builder.AppendRange(argument?.Render() ?? []);
            }
        }
    }

    /// <summary>Gets the option that a property stands for, without the dashes.</summary>
    /// <param name="name">The name of the property.</param>
    /// <returns>The name in kebab-case; null when there is none.</returns>
    public static string? GetPropertyName(string name) => string.IsNullOrEmpty(name) ? null : OptionName.Of(name);

    /// <summary>Writes a time as docker reads it, to the second: <c>1h2m3s</c>.</summary>
    /// <param name="source">The time.</param>
    /// <returns>The text.</returns>
    public static string ConvertTimeSpan(TimeSpan source)
        => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(source.TotalHours)}h{source.Minutes}m{source.Seconds}s");

    private static bool IsQuoted(string argument) => argument is ['"', .., '"'];
}
