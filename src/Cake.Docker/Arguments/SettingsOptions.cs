using System.Globalization;
using System.Reflection;
using Cake.Core.IO;
using Cake.Core.IO.Arguments;

namespace Cake.Docker;

/// <summary>Turns settings into options, property by property.</summary>
internal sealed class SettingsOptions(AutoToolSettings settings)
{
    /// <param name="preCommand">Whether the options before the command are wanted, or those after it.</param>
    public IEnumerable<IProcessArgument> Render(bool preCommand)
        => from property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where IsOption(property)
           let attribute = property.GetCustomAttribute<AutoPropertyAttribute>()
           where (attribute?.PreCommand ?? false) == preCommand
           let value = property.GetValue(settings)
           where value is not null
           from argument in attribute?.Format is null ? Named(property, value) : Formatted(property, value, attribute)
           select argument;

    // What ToolSettings declares concerns the process, not docker.
    private static bool IsOption(PropertyInfo property)
        => property.DeclaringType!.IsSubclassOf(typeof(AutoToolSettings)) && !property.IsDefined(typeof(NotAnArgumentAttribute));

    private IEnumerable<IProcessArgument> Named(PropertyInfo property, object value)
    {
        var option = new TextArgument("--" + OptionName.Of(property.Name));
        return value switch
        {
            bool flag => flag ? [option] : [],
            string[] several => several.Where(one => !string.IsNullOrEmpty(one)).SelectMany(one => new[] { option, Value(property, one) }),
            string one => one.Length > 0 ? [option, Value(property, one)] : [],
            // The only property of this type stands for "not given" when it is 0.
            int number when property.PropertyType == typeof(int) && number == 0 => [],
            TimeSpan span => [option, Text(ArgumentsBuilderExtension.ConvertTimeSpan(span))],
            IFormattable number => [option, Text(number.ToString(null, CultureInfo.InvariantCulture))],
            _ => [],
        };
    }

    private static IEnumerable<IProcessArgument> Formatted(PropertyInfo property, object value, AutoPropertyAttribute attribute)
    {
        if (attribute.OnlyWhenTrue && value is not true)
            return [];
        IEnumerable<object> values = value is string[] several ? several : [value];
        return values.Select(one => new TextArgument(
            string.Format(CultureInfo.InvariantCulture, attribute.Format!, OptionName.Of(property.Name), Shown(one))));
    }

    private static string Shown(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        string text => ProcessArgumentEscaper.Escape(text),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private IProcessArgument Value(PropertyInfo property, string value)
        => !settings.SecretProperties.Contains(property.Name) ? Text(value)
            : value.IndexOf('=', StringComparison.Ordinal) is var at and > 0 ? new NamedSecretArgument(value[..at], value[(at + 1)..])
            // A bare NAME is taken from the environment and gives nothing away.
            : property.PropertyType == typeof(string[]) ? Text(value)
            : new SecretArgument(Text(value));

    private static TextArgument Text(string value) => new(ProcessArgumentEscaper.Escape(value));
}
