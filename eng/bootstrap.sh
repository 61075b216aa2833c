#!/usr/bin/env bash
# Installs what Slipway needs on a Debian 12 machine and starts it. Run again, it only looks. See docs/bootstrap.md.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
for part in steps packages engine registry images; do
    # shellcheck source=/dev/null
    . "$root/eng/bootstrap/$part.sh"
done

require_root() {
    [ "$(id -u)" = 0 ] || stop "$1 is missing, and only root can install it. Run './build.sh --bootstrap' as root once."
    has apt-get || stop "$1 is missing, and this machine has no apt-get. Install it by the means of this system, then run again."
}

# Several checkouts may be bootstrapped at once; one machine has one engine and one registry.
take_turns() {
    mkdir -p "$logs" /var/lib/slipway
    exec 9>/var/lib/slipway/bootstrap.lock
    if ! flock -n 9; then
        echo "bootstrap: another one is at work; waiting for it"
        flock -w 900 9 || stop "The other bootstrap holds /var/lib/slipway/bootstrap.lock for 15 minutes now. End it and run again."
        # It may have done everything already, so look again.
        exec 9>&-
        exec "$0"
    fi
}

# Everything but what makes images, which is wanted first and is installed apart.
missing_tools() {
    has git || echo git
    has psql && has pg_dump || echo postgresql-client
    has setpriv || echo util-linux
}

# The tree that all images share takes longest and needs no engine, so it is made first and beside everything else.
begin_images() {
    images=to-make
    has mmdebstrap || step "install mmdebstrap" install_packages mmdebstrap
    side_by_side "base tree for the images" make_base_tree
    has docker-registry || tools+=(docker-registry)
}

remember_host() {
    mkdir -p "$root/.slipway"
    {
        echo "# Written by eng/bootstrap.sh, read by build.sh. Where the images of the samples come from:"
        [ -z "$1" ] || echo "SLIPWAY_IMAGES=$1"
    } > "$root/.slipway/host.env.new"
    mv "$root/.slipway/host.env.new" "$root/.slipway/host.env"
}

began=$(now_ms)
echo "bootstrap: looking at this machine"
mkdir -p "$root/.slipway"

read -ra tools <<<"$(missing_tools | tr '\n' ' ')"
engine=ready
version="$(engine_version || true)"
if ! { has_engine && has_compose && has_builder; }; then
    engine=missing
elif [ -z "$version" ]; then
    engine=stopped
fi
if [ -n "$version" ] && ! at_least "$version" "$minimum_engine"; then
    stop "Docker Engine $version is running, but health checks need $minimum_engine or newer. Stop it, remove its package and run again."
fi

# Where do public images come from? As settled last time, or else looked up now.
images=unknown
if [ -f "$root/.slipway/host.env" ]; then
    if grep -q '^SLIPWAY_IMAGES=' "$root/.slipway/host.env"; then images=loopback; else images=public; fi
elif [ -f "$images_stamp" ] || public_registry_is_out_of_reach; then
    images=loopback
fi

if [ "$images" = loopback ]; then
    if [ -f "$images_stamp" ] && has docker-registry && ! registry_runs; then
        require_root "The registry on $registry"
        take_turns
        step "start the registry" start_registry
    fi
    images_present || images=to-make
fi

if [ "${#tools[@]}" -gt 0 ] || [ "$engine" != ready ] || [ "$images" = to-make ]; then
    require_root "${tools[*]:-The container engine}"
    take_turns
fi
if [ "${#tools[@]}" -gt 0 ] || [ "$engine" = missing ] || [ "$images" = to-make ]; then
    step "refresh the package lists" refresh_lists
fi
if [ "$images" = to-make ]; then
    begin_images
fi
if [ "$engine" = missing ]; then
    step "install the engine" install_engine
fi
if [ -z "$(engine_version)" ]; then
    step "start the engine" start_engine
fi
if [ "$images" = unknown ] && public_registry_answers; then
    images=public
elif [ "$images" = unknown ]; then
    begin_images
fi
if [ "${#tools[@]}" -gt 0 ]; then
    step "install ${tools[*]}" install_packages "${tools[@]}"
fi
if [ "$images" = to-make ]; then
    registry_runs || step "start the registry" start_registry
    together
    step "import the base tree" import_base_tree
    for entry in "${standins[@]}"; do
        read -r stage name <<<"$entry"
        side_by_side "image $name" make_image "$stage" "$name"
    done
    together
    remember_images
    images=loopback
fi

case "$images" in
    loopback) remember_host "$prefix"; from="$prefix (stand-ins from Debian's packages)" ;;
    *) remember_host ""; from="the public registry" ;;
esac
took=$(($(now_ms) - began))
printf 'bootstrap: ready in %d.%01d s. Engine %s, Compose %s, images from %s.\n' $((took / 1000)) $((took % 1000 / 100)) \
    "$(engine_version)" "$(docker compose version --short)" "$from"
