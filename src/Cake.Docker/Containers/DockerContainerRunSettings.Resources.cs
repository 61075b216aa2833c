namespace Cake.Docker;

public sealed partial class DockerContainerRunSettings
{
    /// <summary>
    /// Gets or sets the number after <c>--blkio-weight-device</c>; left out when null. Docker wants DEVICE:NUMBER there: add one by ArgumentCustomization
    /// instead.
    /// </summary>
    public ulong? BlkioWeightDevice { get; set; }

    /// <summary>Gets or sets the value of <c>--cgroup-parent</c>; left out when null or empty.</summary>
    public string? CgroupParent { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-count</c>; left out when null.</summary>
    public long? CpuCount { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-percent</c>, 0 to 100; left out when null.</summary>
    public long? CpuPercent { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-period</c>, in microseconds; left out when null.</summary>
    public long? CpuPeriod { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-quota</c>, in microseconds; left out when null.</summary>
    public long? CpuQuota { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-rt-period</c>, in microseconds; left out when null.</summary>
    public long? CpuRtPeriod { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-rt-runtime</c>, in microseconds; left out when null.</summary>
    public long? CpuRtRuntime { get; set; }

    /// <summary>Gets or sets the number after <c>--cpus</c>; left out when null.</summary>
    public ulong? Cpus { get; set; }

    /// <summary>Gets or sets the value of <c>--cpuset-cpus</c>; left out when null or empty.</summary>
    public string? CpusetCpus { get; set; }

    /// <summary>Gets or sets the value of <c>--cpuset-mems</c>; left out when null or empty.</summary>
    public string? CpusetMems { get; set; }

    /// <summary>Gets or sets the number after <c>--cpu-shares</c>; left out when null.</summary>
    public long? CpuShares { get; set; }

    /// <summary>Gets or sets the values of <c>--device</c>, which is repeated for each.</summary>
    public string[]? Device { get; set; }

    /// <summary>Gets or sets the values of <c>--device-cgroup-rule</c>, which is repeated for each.</summary>
    public string[]? DeviceCgroupRule { get; set; }

    /// <summary>Gets or sets the number after <c>--device-read-bps</c>, in bytes a second; left out when null.</summary>
    public ulong? DeviceReadBps { get; set; }

    /// <summary>
    /// Gets or sets the number after <c>--device-read-iops</c>; left out when null. Docker wants DEVICE:NUMBER there: add one by ArgumentCustomization instead.
    /// </summary>
    public ulong? DeviceReadIops { get; set; }

    /// <summary>Gets or sets the number after <c>--device-write-bps</c>, in bytes a second; left out when null.</summary>
    public ulong? DeviceWriteBps { get; set; }

    /// <summary>
    /// Gets or sets the number after <c>--device-write-iops</c>; left out when null. Docker wants DEVICE:NUMBER there: add one by ArgumentCustomization
    /// instead.
    /// </summary>
    public ulong? DeviceWriteIops { get; set; }

    /// <summary>Gets or sets the value of <c>--io-maxbandwidth</c>; left out when null or empty.</summary>
    public string? IoMaxbandwidth { get; set; }

    /// <summary>Gets or sets the value of <c>--io-maxiops</c>; left out when null or empty.</summary>
    public string? IoMaxiops { get; set; }

    /// <summary>Gets or sets the value of <c>--kernel-memory</c>; left out when null or empty.</summary>
    public string? KernelMemory { get; set; }

    /// <summary>Gets or sets the value of <c>--memory</c>; left out when null or empty.</summary>
    public string? Memory { get; set; }

    /// <summary>Gets or sets the value of <c>--memory-reservation</c>; left out when null or empty.</summary>
    public string? MemoryReservation { get; set; }

    /// <summary>Gets or sets the value of <c>--memory-swap</c>; left out when null or empty.</summary>
    public string? MemorySwap { get; set; }

    /// <summary>Gets or sets the number after <c>--memory-swappiness</c>, 0 to 100; left out when null.</summary>
    public long? MemorySwappiness { get; set; }

    /// <summary>Gets or sets whether <c>--oom-kill-disable</c> is given.</summary>
    public bool? OomKillDisable { get; set; }

    /// <summary>Gets or sets the number after <c>--oom-score-adj</c>, -1000 to 1000; left out when null.</summary>
    public int? OomScoreAdj { get; set; }

    /// <summary>Gets or sets the number after <c>--pids-limit</c>; left out when null.</summary>
    public long? PidsLimit { get; set; }

    /// <summary>Gets or sets the value of <c>--shm-size</c>; left out when null or empty.</summary>
    public string? ShmSize { get; set; }

    /// <summary>Gets or sets the values of <c>--ulimit</c>, which is repeated for each.</summary>
    public string[]? Ulimit { get; set; }
}
