namespace Cake.Docker;

/// <summary>
/// Formats of options for <see cref="AutoPropertyAttribute.Format"/>.
/// </summary>
public static class Constants
{
    /// <summary>A flag that docker takes for true when it is left out.</summary>
    public const string BoolWithTrueDefaultFormat = "--{0}={1}";
}
