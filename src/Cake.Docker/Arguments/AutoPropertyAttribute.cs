using System.Diagnostics.CodeAnalysis;

namespace Cake.Docker;

/// <summary>
/// Says how a property of settings becomes an option, where its name and type don't say it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
[SuppressMessage("Performance", "CA1813:Avoid unsealed attributes", Justification = "The published attribute is not sealed.")]
public class AutoPropertyAttribute : Attribute
{
    /// <summary>Gets or sets the option: {0} is the kebab-case name and {1} the value.</summary>
    public string? Format { get; set; }

    /// <summary>Gets or sets whether the option is left out unless the value is true.</summary>
    public bool OnlyWhenTrue { get; set; }

    /// <summary>Gets or sets whether the option comes before the command.</summary>
    public bool PreCommand { get; set; }

    /// <summary>Gets or sets how an array becomes options.</summary>
    public AutoArrayType AutoArrayType { get; set; } = AutoArrayType.MultipleInstances;
}
