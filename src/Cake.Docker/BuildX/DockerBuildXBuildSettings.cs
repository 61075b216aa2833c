namespace Cake.Docker;

/// <summary>
/// Options of <c>docker buildx build</c>.
/// </summary>
public sealed class DockerBuildXBuildSettings : AutoToolSettings
{
    /// <summary>Gets or sets the values of <c>--add-host</c>, which is repeated for each.</summary>
    public string[]? AddHost { get; set; }

    /// <summary>Gets or sets the values of <c>--allow</c>, which is repeated for each.</summary>
    public string[]? Allow { get; set; }

    /// <summary>Gets or sets the values of <c>--annotation</c>, which is repeated for each.</summary>
    public string[]? Annotation { get; set; }

    /// <summary>Gets or sets the values of <c>--build-arg</c>, which is repeated for each. Logs show the names only.</summary>
    public string[]? BuildArg { get; set; }

    /// <summary>Gets or sets the values of <c>--build-context</c>, which is repeated for each.</summary>
    public string[]? BuildContext { get; set; }

    /// <summary>Gets or sets the value of <c>--builder</c>; left out when null or empty.</summary>
    public string? Builder { get; set; }

    /// <summary>Gets or sets the values of <c>--cache-from</c>, which is repeated for each.</summary>
    public string[]? CacheFrom { get; set; }

    /// <summary>Gets or sets the values of <c>--cache-to</c>, which is repeated for each.</summary>
    public string[]? CacheTo { get; set; }

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

    /// <summary>Gets or sets whether <c>--load</c> is given.</summary>
    public bool Load { get; set; }

    /// <summary>Gets or sets the value of <c>--memory</c>; left out when null or empty.</summary>
    public string? Memory { get; set; }

    /// <summary>Gets or sets the value of <c>--memory-swap</c>; left out when null or empty.</summary>
    public string? MemorySwap { get; set; }

    /// <summary>Gets or sets the value of <c>--metadata-file</c>; left out when null or empty.</summary>
    public string? MetadataFile { get; set; }

    /// <summary>Gets or sets the value of <c>--network</c>; left out when null or empty.</summary>
    public string? Network { get; set; }

    /// <summary>Gets or sets whether <c>--no-cache</c> is given.</summary>
    public bool NoCache { get; set; }

    /// <summary>Gets or sets the values of <c>--no-cache-filter</c>, which is repeated for each.</summary>
    public string[]? NoCacheFilter { get; set; }

    /// <summary>Gets or sets the values of <c>--output</c>, which is repeated for each.</summary>
    public string[]? Output { get; set; }

    /// <summary>Gets or sets the values of <c>--platform</c>, which is repeated for each.</summary>
    public string[]? Platform { get; set; }

    /// <summary>Gets or sets the value of <c>--progress</c>; left out when null or empty.</summary>
    public string? Progress { get; set; }

    /// <summary>Gets or sets whether <c>--pull</c> is given.</summary>
    public bool Pull { get; set; }

    /// <summary>Gets or sets whether <c>--push</c> is given.</summary>
    public bool Push { get; set; }

    /// <summary>Gets or sets whether <c>--quiet</c> is given.</summary>
    public bool Quiet { get; set; }

    /// <summary>Gets or sets the value of <c>--rm</c>, which docker takes for true when it is left out.</summary>
    [AutoProperty(Format = Constants.BoolWithTrueDefaultFormat)]
    public bool? Rm { get; set; }

    /// <summary>Gets or sets the values of <c>--secret</c>, which is repeated for each.</summary>
    public string[]? Secret { get; set; }

    /// <summary>Gets or sets the values of <c>--security-opt</c>, which is repeated for each.</summary>
    public string[]? SecurityOpt { get; set; }

    /// <summary>Gets or sets the value of <c>--shm-size</c>; left out when null or empty.</summary>
    public string? ShmSize { get; set; }

    /// <summary>Gets or sets whether <c>--squash</c> is given.</summary>
    public bool? Squash { get; set; }

    /// <summary>Gets or sets the values of <c>--ssh</c>, which is repeated for each.</summary>
    public string[]? Ssh { get; set; }

    /// <summary>Gets or sets the values of <c>--tag</c>, which is repeated for each.</summary>
    public string[]? Tag { get; set; }

    /// <summary>Gets or sets the value of <c>--target</c>; left out when null or empty.</summary>
    public string? Target { get; set; }

    /// <summary>Gets or sets the values of <c>--ulimit</c>, which is repeated for each.</summary>
    public string[]? Ulimit { get; set; }

    /// <inheritdoc/>
    protected override string[] CollectSecretProperties() => [nameof(BuildArg)];
}
