namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose run</c>.
/// </summary>
public sealed class DockerComposeRunSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--build</c> is given.</summary>
    public bool? Build { get; set; }

    /// <summary>Gets or sets whether a bare <c>--cap-add</c> is given. Compose wants a value there: add one by ArgumentCustomization instead.</summary>
    public bool? CapAdd { get; set; }

    /// <summary>Gets or sets whether a bare <c>--cap-drop</c> is given. Compose wants a value there: add one by ArgumentCustomization instead.</summary>
    public bool? CapDrop { get; set; }

    /// <summary>Gets or sets whether <c>--detach</c> is given.</summary>
    public bool? Detach { get; set; }

    /// <summary>Gets or sets the value of <c>--entrypoint</c>; left out when null or empty.</summary>
    public string? Entrypoint { get; set; }

    /// <summary>Gets or sets the values of <c>--env</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? Env { get; set; }

    /// <summary>Gets or sets whether <c>--interactive</c> is given.</summary>
    public bool? Interactive { get; set; }

    /// <summary>Gets or sets the values of <c>--label</c>, which is repeated for each.</summary>
    public string[]? Label { get; set; }

    /// <summary>Gets or sets the value of <c>--name</c>; left out when null or empty.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets whether no terminal is allocated: <c>-T</c>, which every version of Compose knows.</summary>
    [AutoProperty(Format = "-T", OnlyWhenTrue = true)]
    public bool? NoTTY { get; set; }

    /// <summary>Gets or sets whether <c>--no-deps</c> is given.</summary>
    public bool? NoDeps { get; set; }

    /// <summary>Gets or sets the values of <c>--publish</c>, which is repeated for each.</summary>
    public string[]? Publish { get; set; }

    /// <summary>Gets or sets whether <c>--quiet-pull</c> is given.</summary>
    public bool? QuietPull { get; set; }

    /// <summary>Gets or sets whether <c>--remove-orphans</c> is given.</summary>
    public bool? RemoveOrphans { get; set; }

    /// <summary>Gets or sets whether <c>--rm</c> is given.</summary>
    public bool? Rm { get; set; }

    /// <summary>Gets or sets whether <c>--service-ports</c> is given.</summary>
    public bool? ServicePorts { get; set; }

    /// <summary>Gets or sets whether <c>--use-aliases</c> is given.</summary>
    public bool? UseAliases { get; set; }

    /// <summary>Gets or sets the value of <c>--user</c>; left out when null or empty.</summary>
    public string? User { get; set; }

    /// <summary>Gets or sets the values of <c>--volume</c>, which is repeated for each.</summary>
    public string[]? Volume { get; set; }

    /// <summary>Gets or sets the value of <c>--workdir</c>; left out when null or empty.</summary>
    public string? Workdir { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Env)];
}
