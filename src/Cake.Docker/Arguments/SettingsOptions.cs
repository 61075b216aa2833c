using System.Reflection;

namespace Cake.Docker;

/// <summary>The properties of settings that stand for options.</summary>
internal static class SettingsOptions
{
    public static IEnumerable<PropertyInfo> Of(AutoToolSettings settings)
        => settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsOption);

    // What ToolSettings declares concerns the process, not docker.
    private static bool IsOption(PropertyInfo property)
        => property.DeclaringType!.IsSubclassOf(typeof(AutoToolSettings)) && !property.IsDefined(typeof(NotAnArgumentAttribute));
}
