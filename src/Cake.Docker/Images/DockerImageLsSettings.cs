namespace Cake.Docker;

/// <summary>
/// Options of <c>docker image ls</c>.
/// </summary>
public sealed class DockerImageLsSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--all</c> is given.</summary>
    public bool All { get; set; }

    /// <summary>Gets or sets whether <c>--digests</c> is given.</summary>
    public bool Digests { get; set; }

    /// <summary>Gets or sets the value of <c>--filter</c>; left out when null or empty.</summary>
    public string? Filter { get; set; }

    /// <summary>Gets or sets the value of <c>--format</c>; left out when null or empty.</summary>
    public string? Format { get; set; }

    /// <summary>Gets or sets whether <c>--no-trunc</c> is given.</summary>
    public bool NoTrunc { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool Quiet { get; set; }
}
