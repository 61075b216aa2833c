using System.Globalization;
using System.Reflection;
using Cake.Core.IO;

namespace Cake.Docker;

// What becomes of one property, by its type and its attribute.
public static partial class ArgumentsBuilderExtension
{
    /// <summary>Turns a property of settings into options.</summary>
    /// <param name="preCommand">Whether the options before the command are wanted, or those after it.</param>
    /// <param name="isSecret">Whether logs must not show the value.</param>
    /// <returns>The options; none when the property is not set or its options belong elsewhere.</returns>
    public static IEnumerable<DockerArgument?> GetArgumentFromProperty<TSettings>(
        PropertyInfo property, TSettings settings, bool preCommand, bool isSecret)
        where TSettings : AutoToolSettings, new()
    {
        var attribute = GetAutoPropertyAttributeOrNull(property);
        if ((attribute?.PreCommand ?? false) != preCommand || property.GetValue(settings) is not { } value)
        {
            return [];
        }

        return attribute?.Format is null ? Named(property, value, isSecret) : [Plain(GetArgumentFromAutoProperty(attribute, property, value))];
    }

    /// <summary>Tells whether logs must not show the value of a property.</summary>
    /// <returns>Whether the settings name it as a secret.</returns>
    public static bool IsPropertyValueSecret<TSettings>(PropertyInfo property, TSettings settings)
        where TSettings : AutoToolSettings
        => settings.SecretProperties.Contains(property.Name);

    /// <summary>Reads how a property becomes an argument, where it says so itself.</summary>
    /// <returns>The attribute; null when there is none.</returns>
    public static AutoPropertyAttribute? GetAutoPropertyAttributeOrNull(PropertyInfo property) => property.GetCustomAttribute<AutoPropertyAttribute>();

    /// <summary>Writes an option by the format of its attribute; for an array once for each value.</summary>
    /// <param name="attribute">The attribute, with a format.</param>
    /// <returns>The option; null when it is left out.</returns>
    public static string? GetArgumentFromAutoProperty(AutoPropertyAttribute attribute, PropertyInfo property, object? value)
    {
        if (value is null || (attribute.OnlyWhenTrue && value is not true))
        {
            return null;
        }

        IEnumerable<object> values = value is string[] several ? several : [value];
        return string.Join(' ', values.Select(one => string.Format(
            CultureInfo.InvariantCulture, attribute.Format!, OptionName.Of(property.Name), Shown(one))));
    }

    /// <summary>Writes a flag.</summary>
    /// <returns>The option; null when it is left out.</returns>
    public static string? GetArgumentFromBoolProperty(PropertyInfo property, bool value) => value ? Option(property) : null;

    /// <summary>Writes a flag.</summary>
    /// <returns>The option; null when it is left out.</returns>
    public static string? GetArgumentFromNullableBoolProperty(PropertyInfo property, bool? value) => GetArgumentFromBoolProperty(property, value ?? false);

    /// <summary>Writes an option with a number.</summary>
    /// <returns>The option and the number; null when there is none.</returns>
    public static string? GetArgumentFromNullableIntProperty(PropertyInfo property, int? value) => Number(property, value);

    /// <inheritdoc cref="GetArgumentFromNullableIntProperty"/>
    public static string? GetArgumentFromNullableInt64Property(PropertyInfo property, long? value) => Number(property, value);

    /// <inheritdoc cref="GetArgumentFromNullableIntProperty"/>
    public static string? GetArgumentFromNullableUInt64Property(PropertyInfo property, ulong? value) => Number(property, value);

    /// <inheritdoc cref="GetArgumentFromNullableIntProperty"/>
    public static string? GetArgumentFromNullableUInt16Property(PropertyInfo property, ushort? value) => Number(property, value);

    /// <summary>Writes an option with a time, to the second.</summary>
    /// <returns>The option and the time; null when there is none.</returns>
    public static string? GetArgumentFromNullableTimeSpanProperty(PropertyInfo property, TimeSpan? value)
        => value is { } time ? $"{Option(property)} {ConvertTimeSpan(time)}" : null;

    /// <summary>Makes an option with a value.</summary>
    /// <param name="isSecret">Whether logs must not show the value.</param>
    /// <returns>The option; null when the value is null or empty.</returns>
    public static DockerArgument? GetArgumentFromStringProperty(PropertyInfo property, string? value, bool isSecret)
        => string.IsNullOrEmpty(value) ? null
            : new DockerArgument(Option(property), value, isSecret ? DockerArgumentQuoting.QuotedSecret : DockerArgumentQuoting.Quoted);

    /// <summary>Makes an option for each value. A secret without a value, a bare <c>NAME</c>, is taken from the environment and is none.</summary>
    /// <param name="isSecret">Whether logs must not show the values.</param>
    /// <returns>The options.</returns>
    public static IEnumerable<DockerArgument?> GetArgumentFromStringArrayProperty(PropertyInfo property, string[] values, bool isSecret)
        => values.Select(v => GetArgumentFromStringProperty(property, v, isSecret && v.Contains('=', StringComparison.Ordinal)));

    /// <summary>Makes one option of all values, with commas between them.</summary>
    /// <param name="isSecret">Whether logs must not show the values.</param>
    /// <returns>The option; null when there is no value.</returns>
    public static DockerArgument? GetArgumentFromStringArrayListProperty(PropertyInfo property, string[] values, bool isSecret)
        => GetArgumentFromStringProperty(property, string.Join(',', values), isSecret);

    /// <summary>Makes an option <c>NAME=VALUE</c> for each entry.</summary>
    /// <param name="values">The entries.</param>
    /// <param name="isSecret">Whether logs must not show the values.</param>
    /// <returns>The options.</returns>
    public static IEnumerable<DockerArgument?> GetArgumentFromDictionaryProperty(PropertyInfo property, Dictionary<string, string> values, bool isSecret)
        => values.Select(e => GetArgumentFromStringProperty(property, $"{e.Key}={e.Value}", isSecret));

    private static IEnumerable<DockerArgument?> Named(PropertyInfo property, object value, bool isSecret) => value switch
    {
        bool flag => [Plain(GetArgumentFromBoolProperty(property, flag))],
        string[] several => GetArgumentFromStringArrayProperty(property, several, isSecret),
        string one => [GetArgumentFromStringProperty(property, one, isSecret)],
        // A property of this type, which can't be null, stands for "not given" when it is 0.
        int number when property.PropertyType == typeof(int) && number == 0 => [],
        TimeSpan time => [Plain(GetArgumentFromNullableTimeSpanProperty(property, time))],
        IFormattable number => [Plain(Number(property, number))],
        _ => [],
    };

    private static DockerArgument? Plain(string? text) => text is null ? null : new DockerArgument(null, text, DockerArgumentQuoting.Unquoted);

    private static string Option(PropertyInfo property) => "--" + OptionName.Of(property.Name);

    private static string? Number(PropertyInfo property, IFormattable? value)
        => value is null ? null : $"{Option(property)} {value.ToString(null, CultureInfo.InvariantCulture)}";

    private static string Shown(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => ProcessArgumentEscaper.Escape(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
