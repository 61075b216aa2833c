namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx bake</c>.
/// </summary>
public sealed class DockerBuildXBakeSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the values of <c>--file</c>, which is repeated for each.</summary>
    public string[]? File { get; set; }

    /// <summary>Gets or sets whether <c>--load</c> is given.</summary>
    public bool Load { get; set; }

    /// <summary>Gets or sets the value of <c>--metadata-file</c>; left out when null or empty.</summary>
    public string? MetadataFile { get; set; }

    /// <summary>Gets or sets whether <c>--no-cache</c> is given.</summary>
    public bool NoCache { get; set; }

    /// <summary>Gets or sets whether <c>--print</c> is given.</summary>
    public bool Print { get; set; }

    /// <summary>Gets or sets the value of <c>--progress</c>; left out when null or empty.</summary>
    public string? Progress { get; set; }

    /// <summary>Gets or sets whether <c>--pull</c> is given.</summary>
    public bool Pull { get; set; }

    /// <summary>Gets or sets whether <c>--push</c> is given.</summary>
    public bool Push { get; set; }

    /// <summary>Gets or sets the values of <c>--set</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? Set { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Set)];
}
