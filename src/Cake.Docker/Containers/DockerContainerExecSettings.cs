namespace Cake.Docker;

/// <summary>
/// Options of <c>docker exec</c>.
/// </summary>
public sealed class DockerContainerExecSettings : AutoToolSettings
{
    /// <summary>Gets or sets whether <c>--detach</c> is given.</summary>
    public bool? Detach { get; set; }

    /// <summary>Gets or sets the value of <c>--detach-keys</c>; left out when null or empty.</summary>
    public string? DetachKeys { get; set; }

    /// <summary>Gets or sets the values of <c>--env</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? Env { get; set; }

    /// <summary>Gets or sets whether <c>--interactive</c> is given.</summary>
    public bool? Interactive { get; set; }

    /// <summary>Gets or sets whether <c>--privileged</c> is given.</summary>
    public bool? Privileged { get; set; }

    /// <summary>Gets or sets whether <c>--tty</c> is given.</summary>
    public bool? Tty { get; set; }

    /// <summary>Gets or sets the value of <c>--user</c>; left out when null or empty.</summary>
    public string? User { get; set; }

    /// <summary>Gets or sets the value of <c>--workdir</c>; left out when null or empty.</summary>
    public string? Workdir { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Env)];
}
