namespace Cake.Docker;

/// <summary>
/// Options of <c>docker logout</c>.
/// </summary>
public sealed class DockerRegistryLogoutSettings : AutoToolSettings;
