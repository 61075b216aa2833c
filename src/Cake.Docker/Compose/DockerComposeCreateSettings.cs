namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose create</c>.
/// </summary>
public sealed class DockerComposeCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--build</c> is given.</summary>
    public bool? Build { get; set; }

    /// <summary>Gets or sets whether <c>--force-recreate</c> is given.</summary>
    public bool? ForceRecreate { get; set; }

    /// <summary>Gets or sets whether <c>--no-build</c> is given.</summary>
    public bool? NoBuild { get; set; }

    /// <summary>Gets or sets whether <c>--no-recreate</c> is given.</summary>
    public bool? NoRecreate { get; set; }

    /// <summary>Gets or sets the value of <c>--pull</c>; left out when null or empty.</summary>
    public string? Pull { get; set; }

    /// <summary>Gets or sets whether <c>--remove-orphans</c> is given.</summary>
    public bool? RemoveOrphans { get; set; }

    /// <summary>Gets or sets whether a bare <c>--scale</c> is given. Compose wants a value there: add one by ArgumentCustomization instead.</summary>
    public bool? Scale { get; set; }
}
