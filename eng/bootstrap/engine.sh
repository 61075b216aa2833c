# The container engine, its Compose and its builder.

# Health checks with start_interval came with engine 25; configs with inline content with Compose 2.23.1.
minimum_engine=25.0
minimum_compose=2.23.1

engine_version() { timeout 10 docker version --format '{{.Server.Version}}' 2>/dev/null; }

has_engine() { has dockerd && has docker; }

has_compose() {
    local version
    version="$(docker compose version --short 2>/dev/null)" && at_least "${version#v}" "$minimum_compose"
}

has_builder() { docker buildx version >/dev/null 2>&1; }

install_engine() {
    add_newer_suite
    install_packages -t trixie docker.io docker-cli docker-compose docker-buildx
}

has_service_manager() { [ -d /run/systemd/system ]; }

start_engine() {
    local log=$logs/dockerd.log tries
    if has_service_manager; then
        systemctl enable --now docker
    else
        setsid --fork dockerd >>"$log" 2>&1 </dev/null
    fi
    for tries in $(seq 300); do
        if [ -n "$(engine_version)" ]; then
            return 0
        fi
        if [ "$tries" -gt 20 ] && ! grep -qsx dockerd /proc/[0-9]*/comm; then
            break
        fi
        sleep 0.1
    done
    echo "The engine did not start. The end of its log:"
    if has_service_manager; then journalctl -u docker -n 20 --no-pager; else tail -n 20 "$log"; fi
    return 1
}

# A first look that needs no engine. It can't see through a proxy, so there the answer is left to `public_registry_answers`.
public_registry_is_out_of_reach() {
    [ -z "${https_proxy:-}${HTTPS_PROXY:-}${http_proxy:-}${HTTP_PROXY:-}" ] || return 1
    ! timeout 3 bash -c 'exec 3<>/dev/tcp/docker.io/443' 2>/dev/null
}

public_registry_answers() {
    timeout 8 docker manifest inspect docker.io/library/busybox:stable >/dev/null 2>&1
}
