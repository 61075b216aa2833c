namespace Cake.Docker;

/// <summary>
/// The settings of a command that has no options.
/// </summary>
public class EmptySettings : AutoToolSettings;
