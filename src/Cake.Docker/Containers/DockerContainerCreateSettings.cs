namespace Cake.Docker;

/// <summary>
/// Options of <c>docker create</c>.
/// </summary>
public sealed partial class DockerContainerCreateSettings : AutoToolSettings
{
    /// <summary>Gets or sets the values of <c>--attach</c>, which is repeated for each.</summary>
    public string[]? Attach { get; set; }

    /// <summary>Gets or sets the values of <c>--cap-add</c>, which is repeated for each.</summary>
    public string[]? CapAdd { get; set; }

    /// <summary>Gets or sets the values of <c>--cap-drop</c>, which is repeated for each.</summary>
    public string[]? CapDrop { get; set; }

    /// <summary>Gets or sets the value of <c>--cidfile</c>; left out when null or empty.</summary>
    public string? Cidfile { get; set; }

    /// <summary>Gets or sets the value of <c>--disable-content-trust</c>, which docker takes for true when it is left out.</summary>
    [AutoProperty(Format = Constants.BoolWithTrueDefaultFormat)]
    public bool? DisableContentTrust { get; set; }

    /// <summary>Gets or sets the value of <c>--entrypoint</c>; left out when null or empty.</summary>
    public string? Entrypoint { get; set; }

    /// <summary>Gets or sets the values of <c>--env</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? Env { get; set; }

    /// <summary>Gets or sets the values of <c>--env-file</c>, which is repeated for each.</summary>
    public string[]? EnvFile { get; set; }

    /// <summary>Gets or sets the values of <c>--group-add</c>, which is repeated for each.</summary>
    public string[]? GroupAdd { get; set; }

    /// <summary>Gets or sets the value of <c>--health-cmd</c>; left out when null or empty.</summary>
    public string? HealthCmd { get; set; }

    /// <summary>Gets or sets the value of <c>--health-interval</c>; left out when null or empty.</summary>
    public string? HealthInterval { get; set; }

    /// <summary>Gets or sets the number after <c>--health-retries</c>; left out when null.</summary>
    public int? HealthRetries { get; set; }

    /// <summary>Gets or sets the value of <c>--health-start-period</c>; left out when null or empty.</summary>
    public string? HealthStartPeriod { get; set; }

    /// <summary>Gets or sets the value of <c>--health-timeout</c>; left out when null or empty.</summary>
    public string? HealthTimeout { get; set; }

    /// <summary>Gets or sets whether <c>--init</c> is given.</summary>
    public bool? Init { get; set; }

    /// <summary>Gets or sets whether <c>--interactive</c> is given.</summary>
    public bool? Interactive { get; set; }

    /// <summary>Gets or sets the value of <c>--ipc</c>; left out when null or empty.</summary>
    public string? Ipc { get; set; }

    /// <summary>Gets or sets the value of <c>--isolation</c>; left out when null or empty.</summary>
    public string? Isolation { get; set; }

    /// <summary>Gets or sets the values of <c>--label</c>, which is repeated for each.</summary>
    public string[]? Label { get; set; }

    /// <summary>Gets or sets the values of <c>--label-file</c>, which is repeated for each.</summary>
    public string[]? LabelFile { get; set; }

    /// <summary>Gets or sets the value of <c>--log-driver</c>; left out when null or empty.</summary>
    public string? LogDriver { get; set; }

    /// <summary>Gets or sets the values of <c>--log-opt</c>, which is repeated for each.</summary>
    public string[]? LogOpt { get; set; }

    /// <summary>Gets or sets the values of <c>--mount</c>, which is repeated for each.</summary>
    public string[]? Mount { get; set; }

    /// <summary>Gets or sets the value of <c>--name</c>; left out when null or empty.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets whether <c>--no-healthcheck</c> is given.</summary>
    public bool? NoHealthcheck { get; set; }

    /// <summary>Gets or sets the value of <c>--pid</c>; left out when null or empty.</summary>
    public string? Pid { get; set; }

    /// <summary>Gets or sets the value of <c>--platform</c>; left out when null or empty.</summary>
    public string? Platform { get; set; }

    /// <summary>Gets or sets whether <c>--privileged</c> is given.</summary>
    public bool? Privileged { get; set; }

    /// <summary>Gets or sets whether <c>--read-only</c> is given.</summary>
    public bool? ReadOnly { get; set; }

    /// <summary>Gets or sets the value of <c>--restart</c>; left out when null or empty.</summary>
    public string? Restart { get; set; }

    /// <summary>Gets or sets whether <c>--rm</c> is given.</summary>
    public bool? Rm { get; set; }

    /// <summary>Gets or sets the value of <c>--runtime</c>; left out when null or empty.</summary>
    public string? Runtime { get; set; }

    /// <summary>Gets or sets the values of <c>--security-opt</c>, which is repeated for each.</summary>
    public string[]? SecurityOpt { get; set; }

    /// <summary>Gets or sets the value of <c>--stop-signal</c>; left out when null or empty.</summary>
    public string? StopSignal { get; set; }

    /// <summary>Gets or sets the number after <c>--stop-timeout</c>, in seconds; left out when null.</summary>
    public int? StopTimeout { get; set; }

    /// <summary>Gets or sets the values of <c>--storage-opt</c>, which is repeated for each.</summary>
    public string[]? StorageOpt { get; set; }

    /// <summary>Gets or sets the values of <c>--sysctl</c>, which is repeated for each.</summary>
    public string[]? Sysctl { get; set; }

    /// <summary>Gets or sets the values of <c>--tmpfs</c>, which is repeated for each.</summary>
    public string[]? Tmpfs { get; set; }

    /// <summary>Gets or sets whether <c>--tty</c> is given.</summary>
    public bool? Tty { get; set; }

    /// <summary>Gets or sets the value of <c>--user</c>; left out when null or empty.</summary>
    public string? User { get; set; }

    /// <summary>Gets or sets the value of <c>--userns</c>; left out when null or empty.</summary>
    public string? Userns { get; set; }

    /// <summary>Gets or sets the value of <c>--uts</c>; left out when null or empty.</summary>
    public string? Uts { get; set; }

    /// <summary>Gets or sets the values of <c>--volume</c>, which is repeated for each.</summary>
    public string[]? Volume { get; set; }

    /// <summary>Gets or sets the value of <c>--volume-driver</c>; left out when null or empty.</summary>
    public string? VolumeDriver { get; set; }

    /// <summary>Gets or sets the values of <c>--volumes-from</c>, which is repeated for each.</summary>
    public string[]? VolumesFrom { get; set; }

    /// <summary>Gets or sets the value of <c>--workdir</c>; left out when null or empty.</summary>
    public string? Workdir { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(Env)];
}
