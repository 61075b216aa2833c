namespace Cake.Docker;

/// <summary>
/// Options of <c>docker compose exec</c>.
/// </summary>
public sealed class DockerComposeExecSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--detach</c> is given.</summary>
    public bool? Detach { get; set; }

    /// <summary>Gets or sets the values of <c>--env</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? Env { get; set; }

    /// <summary>Gets or sets the number after <c>--index</c>; left out when null.</summary>
    public int? Index { get; set; }

    /// <summary>Gets or sets whether no terminal is allocated: <c>-T</c>, which every version of Compose knows.</summary>
    [AutoProperty(Format = "-T", OnlyWhenTrue = true)]
    public bool? NoTTY { get; set; }

    /// <summary>Gets or sets whether <c>--privileged</c> is given.</summary>
    public bool? Privileged { get; set; }

    /// <summary>Gets or sets the value of <c>--user</c>; left out when null or empty.</summary>
    public string? User { get; set; }

    /// <summary>Gets or sets the value of <c>--workdir</c>; left out when null or empty.</summary>
    public string? Workdir { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Env)];
}
