namespace Cake.Docker;

/// <summary>
/// Options of a command given as text.
/// </summary>
public sealed class DockerCustomCommandSettings : AutoToolSettings;
