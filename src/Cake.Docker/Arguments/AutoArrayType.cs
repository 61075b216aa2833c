namespace Cake.Docker;

/// <summary>
/// How an array becomes options.
/// </summary>
public enum AutoArrayType
{
    /// <summary>The option is repeated for each value.</summary>
    MultipleInstances,

    /// <summary>Kept for the published API; the option is repeated as well, which every command takes.</summary>
    List,
}
