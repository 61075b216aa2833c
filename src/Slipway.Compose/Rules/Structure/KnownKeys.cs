using System.Collections.Frozen;

namespace Slipway.Compose.Rules.Structure;

/// <summary>
/// The keys that some version of Compose knows, by the map that they stand in. Source: the Compose Specification, docs.docker.com/reference/compose-file.
/// </summary>
internal static class KnownKeys
{
    /// <summary>Those of the file itself.</summary>
    public static FrozenSet<string> Top { get; } = Set("name version services networks volumes secrets configs include models");

    /// <summary>Those of a service.</summary>
    public static FrozenSet<string> Service { get; } = Set(
        """
        annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs container_name cpu_count cpu_percent cpu_period cpu_quota
        cpu_rt_period cpu_rt_runtime cpu_shares cpus cpuset credential_spec depends_on deploy develop device_cgroup_rules devices dns dns_opt dns_search
        domainname driver_opts entrypoint env_file environment expose extends external_links extra_hosts gpus group_add healthcheck hostname image init ipc
        isolation label_file labels links logging mac_address mem_limit mem_reservation mem_swappiness memswap_limit models network_mode networks
        oom_kill_disable oom_score_adj pid pids_limit platform ports post_start pre_start pre_stop privileged profiles provider pull_policy pull_refresh_after
        read_only restart runtime scale secrets security_opt shm_size stdin_open stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits
        use_api_socket user userns_mode uts volumes volumes_from working_dir
        """);

    /// <summary>Those of maps within a service.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Inner { get; } = new Dictionary<string, FrozenSet<string>>
    {
        ["healthcheck"] = Set("disable interval retries start_interval start_period test timeout"),
        ["build"] = Set(
            "additional_contexts args cache_from cache_to context dockerfile dockerfile_inline entitlements extra_hosts isolation labels network no_cache "
                + "no_cache_filter platforms privileged provenance pull sbom secrets shm_size ssh tags target ulimits"),
        ["deploy"] = Set("endpoint_mode labels mode placement replicas resources restart_policy rollback_config update_config"),
        ["logging"] = Set("driver options"),
        ["extends"] = Set("file service"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string keys) =>
        keys.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
