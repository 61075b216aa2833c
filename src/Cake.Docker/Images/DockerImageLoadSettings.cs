namespace Cake.Docker;

/// <summary>
/// Options of <c>docker load</c>.
/// </summary>
public sealed class DockerImageLoadSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--input</c>; left out when null or empty.</summary>
    public string? Input { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool? Quiet { get; set; }
}
