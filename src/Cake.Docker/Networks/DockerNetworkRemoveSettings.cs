namespace Cake.Docker;

/// <summary>
/// Options of <c>docker network rm</c>.
/// </summary>
public sealed class DockerNetworkRemoveSettings : AutoToolSettings;
