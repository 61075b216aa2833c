namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose</c>, given before the command.
/// </summary>
public class DockerComposeSettings : AutoToolSettings
{
    /// <summary>Gets or sets the value of <c>--ansi</c>; left out when null or empty.</summary>
    public string? Ansi { get; set; }

    /// <summary>Gets or sets whether <c>--compatibility</c> is given.</summary>
    public bool Compatibility { get; set; }

    /// <summary>Gets or sets whether <c>--dry-run</c> is given.</summary>
    public bool DryRun { get; set; }

    /// <summary>Gets or sets the values of <c>--env-file</c>, which is repeated for each.</summary>
    public string[]? EnvFile { get; set; }

    /// <summary>Gets or sets the values of <c>--file</c>, which is repeated for each.</summary>
    public string[]? File { get; set; }

    /// <summary>Gets or sets the number after <c>--parallel</c>; left out when null.</summary>
    public int? Parallel { get; set; }

    /// <summary>Gets or sets the values of <c>--profile</c>, which is repeated for each.</summary>
    public string[]? Profile { get; set; }

    /// <summary>Gets or sets the value of <c>--progress</c>; left out when null or empty.</summary>
    public string? Progress { get; set; }

    /// <summary>Gets or sets the value of <c>--project-directory</c>; left out when null or empty.</summary>
    public string? ProjectDirectory { get; set; }

    /// <summary>Gets or sets the value of <c>--project-name</c>; left out when null or empty.</summary>
    public string? ProjectName { get; set; }
}
