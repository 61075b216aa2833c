namespace Cake.Docker;

/// <summary>
/// Options of <c>docker image build</c>.
/// </summary>
public sealed class DockerImageBuildSettings : AutoToolSettings
{
    /// <summary>Gets or sets the values of <c>--add-host</c>, which is repeated for each.</summary>
    public string[]? AddHost { get; set; }

    /// <summary>Gets or sets the values of <c>--build-arg</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? BuildArg { get; set; }

    /// <summary>Gets or sets the values of <c>--cache-from</c>, which is repeated for each.</summary>
    public string[]? CacheFrom { get; set; }

    /// <summary>Gets or sets the value of <c>--cgroup-parent</c>; left out when null or empty.</summary>
    public string? CgroupParent { get; set; }

    /// <summary>Gets or sets whether <c>--compress</c> is given.</summary>
    public bool? Compress { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-period</c>, in microseconds; left out when null.</summary>
    public long? CpuPeriod { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-quota</c>, in microseconds; left out when null.</summary>
    public long? CpuQuota { get; set; }

    /// <summary>Gets or sets the value of <c>--cpuset-cpus</c>; left out when null or empty.</summary>
    public string? CpusetCpus { get; set; }

    /// <summary>Gets or sets the value of <c>--cpuset-mems</c>; left out when null or empty.</summary>
    public string? CpusetMems { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-shares</c>; left out when null.</summary>
    public long? CpuShares { get; set; }

    /// <summary>Gets or sets the value of <c>--disable-content-trust</c>, which docker takes for true when it is left out.</summary>
    [AutoProperty(Format = Constants.BoolWithTrueDefaultFormat)]
    public bool? DisableContentTrust { get; set; }

    /// <summary>Gets or sets the value of <c>--file</c>; left out when null or empty.</summary>
    public string? File { get; set; }

    /// <summary>Gets or sets whether <c>--force-rm</c> is given.</summary>
    public bool? ForceRm { get; set; }

    /// <summary>Gets or sets the value of <c>--iidfile</c>; left out when null or empty.</summary>
    public string? Iidfile { get; set; }

    /// <summary>Gets or sets the value of <c>--isolation</c>; left out when null or empty.</summary>
    public string? Isolation { get; set; }

    /// <summary>Gets or sets the values of <c>--label</c>, which is repeated for each.</summary>
    public string[]? Label { get; set; }

    /// <summary>Gets or sets the value of <c>--memory</c>; left out when null or empty.</summary>
    public string? Memory { get; set; }

    /// <summary>Gets or sets the value of <c>--memory-swap</c>; left out when null or empty.</summary>
    public string? MemorySwap { get; set; }

    /// <summary>Gets or sets the value of <c>--network</c>; left out when null or empty.</summary>
    public string? Network { get; set; }

    /// <summary>Gets or sets whether <c>--no-cache</c> is given.</summary>
    public bool? NoCache { get; set; }

    /// <summary>Gets or sets the value of <c>--platform</c>; left out when null or empty.</summary>
    public string? Platform { get; set; }

    /// <summary>Gets or sets the value of <c>--progress</c>; left out when null or empty.</summary>
    public string? Progress { get; set; }

    /// <summary>Gets or sets whether <c>--pull</c> is given.</summary>
    public bool? Pull { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool? Quiet { get; set; }

    /// <summary>Gets or sets the value of <c>--rm</c>, which docker takes for true when it is left out.</summary>
    [AutoProperty(Format = Constants.BoolWithTrueDefaultFormat)]
    public bool? Rm { get; set; }

    /// <summary>Gets or sets the values of <c>--security-opt</c>, which is repeated for each.</summary>
    public string[]? SecurityOpt { get; set; }

    /// <summary>Gets or sets the value of <c>--shm-size</c>; left out when null or empty.</summary>
    public string? ShmSize { get; set; }

    /// <summary>Gets or sets whether <c>--squash</c> is given.</summary>
    public bool? Squash { get; set; }

    /// <summary>Gets or sets whether <c>--stream</c> is given.</summary>
    public bool? Stream { get; set; }

    /// <summary>Gets or sets the values of <c>--tag</c>, which is repeated for each.</summary>
    public string[]? Tag { get; set; }

    /// <summary>Gets or sets the value of <c>--target</c>; left out when null or empty.</summary>
    public string? Target { get; set; }

    /// <summary>Gets or sets the values of <c>--ulimit</c>, which is repeated for each.</summary>
    public string[]? Ulimit { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(BuildArg)];
}
