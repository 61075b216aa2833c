namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose build</c>.
/// </summary>
public sealed class DockerComposeBuildSettings : AutoToolSettings
{
    /// <summary>Gets or sets the values of <c>--build-arg</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? BuildArg { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the number after <c>--memory</c>; left out when null.</summary>
    public int? Memory { get; set; }

    /// <summary>Gets or sets whether <c>--no-cache</c> is given.</summary>
    public bool? NoCache { get; set; }

    /// <summary>Gets or sets whether <c>--pull</c> is given.</summary>
    public bool? Pull { get; set; }

    /// <summary>Gets or sets whether <c>--push</c> is given.</summary>
    public bool? Push { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool? Quiet { get; set; }

    /// <summary>Gets or sets the value of <c>--ssh</c>; left out when null or empty.</summary>
    public string? Ssh { get; set; }

    /// <summary>Gets or sets whether <c>--with-dependencies</c> is given.</summary>
    public bool? WithDependencies { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(BuildArg)];
}
