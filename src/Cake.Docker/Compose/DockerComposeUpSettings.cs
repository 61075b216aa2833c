namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose up</c>.
/// </summary>
public sealed class DockerComposeUpSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--abort-on-container-exit</c> is given.</summary>
    public bool? AbortOnContainerExit { get; set; }

    /// <summary>Gets or sets whether <c>--always-recreate-deps</c> is given.</summary>
    public bool? AlwaysRecreateDeps { get; set; }

    /// <summary>Gets or sets the values of <c>--attach</c>, which is repeated for each.</summary>
    public string[]? Attach { get; set; }

    /// <summary>Gets or sets whether <c>--attach-dependencies</c> is given.</summary>
    public bool? AttachDependencies { get; set; }

    /// <summary>Gets or sets whether <c>--build</c> is given.</summary>
    public bool? Build { get; set; }

    /// <summary>Gets or sets whether <c>--detach</c> is given.</summary>
    public bool? Detach { get; set; }

    /// <summary>Gets or sets the value of <c>--exit-code-from</c>; left out when null or empty.</summary>
    public string? ExitCodeFrom { get; set; }

    /// <summary>Gets or sets whether <c>--force-recreate</c> is given.</summary>
    public bool? ForceRecreate { get; set; }

    /// <summary>Gets or sets the values of <c>--no-attach</c>, which is repeated for each.</summary>
    public string[]? NoAttach { get; set; }

    /// <summary>Gets or sets whether <c>--no-build</c> is given.</summary>
    public bool? NoBuild { get; set; }

    /// <summary>Gets or sets whether <c>--no-color</c> is given.</summary>
    public bool? NoColor { get; set; }

    /// <summary>Gets or sets whether <c>--no-deps</c> is given.</summary>
    public bool? NoDeps { get; set; }

    /// <summary>Gets or sets whether <c>--no-log-prefix</c> is given.</summary>
    public bool? NoLogPrefix { get; set; }

    /// <summary>Gets or sets whether <c>--no-recreate</c> is given.</summary>
    public bool? NoRecreate { get; set; }

    /// <summary>Gets or sets whether <c>--no-start</c> is given.</summary>
    public bool? NoStart { get; set; }

    /// <summary>Gets or sets the value of <c>--pull</c>; left out when null or empty.</summary>
    public string? Pull { get; set; }

    /// <summary>Gets or sets whether <c>--quiet-pull</c> is given.</summary>
    public bool? QuietPull { get; set; }

    /// <summary>Gets or sets whether <c>--remove-orphans</c> is given.</summary>
    public bool? RemoveOrphans { get; set; }

    /// <summary>Gets or sets whether <c>--renew-anon-volumes</c> is given.</summary>
    public bool? RenewAnonVolumes { get; set; }

    /// <summary>Gets or sets whether a bare <c>--scale</c> is given. Compose wants a value there: add one by ArgumentCustomization instead.</summary>
    public bool? Scale { get; set; }

    /// <summary>Gets or sets the number after <c>--timeout</c>, in seconds; left out when null.</summary>
    public int? Timeout { get; set; }

    /// <summary>Gets or sets whether <c>--timestamps</c> is given.</summary>
    public bool? Timestamps { get; set; }

    /// <summary>Gets or sets whether <c>--wait</c> is given.</summary>
    public bool? Wait { get; set; }

    /// <summary>Gets or sets the number after <c>--wait-timeout</c>, in seconds; left out when null.</summary>
    public int? WaitTimeout { get; set; }
}
