# A registry of one's own on loopback, from Debian's package docker-registry: pulls and pushes are real without a network.
# The engine trusts registries on 127.0.0.0/8 without TLS by default.

registry=127.0.0.1:5000
prefix=$registry/library
registry_data=/var/lib/slipway/registry

# request METHOD PATH: the first line of the registry's answer. Needs no HTTP client.
registry_request() {
    timeout 3 bash -c '
        exec 3<>"/dev/tcp/$1/$2" || exit 1
        printf "%s %s HTTP/1.0\r\nHost: %s\r\nAccept: application/vnd.docker.distribution.manifest.v2+json\r\n\r\n" "$3" "$4" "$1" >&3
        head -n 1 <&3
    ' - "${registry%:*}" "${registry#*:}" "$1" "$2" 2>/dev/null
}

registry_runs() { [[ "$(registry_request GET /v2/)" == *" 200 "* ]]; }

# holds NAME:TAG
registry_holds() { [[ "$(registry_request HEAD "/v2/library/${1%:*}/manifests/${1##*:}")" == *" 200 "* ]]; }

start_registry() {
    local tries
    mkdir -p "$registry_data"
    cat > /var/lib/slipway/registry.yml <<YAML
version: 0.1
log: {level: warn}
storage:
  cache: {blobdescriptor: inmemory}
  filesystem: {rootdirectory: $registry_data}
  delete: {enabled: true}
http:
  addr: $registry
YAML
    # The package's own service listens on every address and asks for a password.
    if has_service_manager; then systemctl disable --now docker-registry 2>/dev/null || true; fi
    OTEL_TRACES_EXPORTER=none setsid --fork docker-registry serve /var/lib/slipway/registry.yml >>"$logs/registry.log" 2>&1 </dev/null
    for tries in $(seq 100); do
        if registry_runs; then return 0; fi
        sleep 0.1
    done
    echo "The registry did not answer on $registry after $((tries / 10)) s. The end of its log:"
    tail -n 20 "$logs/registry.log"
    return 1
}
