#!/usr/bin/env bash
# Runs a command in a clean clone on a machine that has nothing but Debian 12, git and the .NET SDK:
#   eng/fresh-machine.sh ./build.sh --bootstrap --target=Deploy
# The machine is a privileged container with an engine of its own inside; this machine's engine only hosts it.
# --keep leaves it running and prints its name; --rev=COMMIT takes another commit than HEAD.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
keep=0
revision=HEAD
while [ $# -gt 0 ]; do
    case "$1" in
        --keep) keep=1 ;;
        --rev=*) revision="${1#*=}" ;;
        *) break ;;
    esac
    shift
done
if [ $# = 0 ]; then
    echo "usage: eng/fresh-machine.sh [--keep] [--rev=COMMIT] COMMAND..." >&2
    exit 2
fi

if [ -z "${SLIPWAY_IMAGES:-}" ] && [ -f "$root/.slipway/host.env" ]; then
    # shellcheck source=/dev/null
    . "$root/.slipway/host.env"
fi
base="${SLIPWAY_IMAGES:-docker.io/library}/debian:bookworm-slim"
image=slipway/fresh-machine:bookworm
name="slipway-fresh-machine-$$"
scratch="$(mktemp -d)"
sdk="$(dirname "$(readlink -f "$(type -P dotnet)")")"

finish() {
    rm -rf "$scratch"
    if [ "$keep" = 1 ]; then
        echo "fresh machine: left running; enter it with 'docker exec -it $name bash', end it with 'docker rm -fv $name'"
    else
        docker rm -fv "$name" >/dev/null 2>&1 || true
    fi
}
trap finish EXIT

# What Microsoft's documentation lists as needed by the SDK, and git for the clone.
docker build --quiet --tag "$image" - >/dev/null <<DOCKERFILE
FROM $base
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates git libgcc-s1 libicu72 libssl3 libstdc++6 zlib1g \
 && rm -rf /var/lib/apt/lists/*
DOCKERFILE

git -C "$root" bundle create --quiet "$scratch/slipway.bundle" "$revision"

# The network's own ways (proxies, certificates) are no part of what is being tried, so the machine shares them.
network=()
for variable in SSL_CERT_FILE SSL_CERT_DIR NUGET_CERT_REVOCATION_MODE http_proxy https_proxy no_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY; do
    [ -z "${!variable:-}" ] || network+=(--env "$variable")
done
[ ! -d /etc/ssl/certs ] || network+=(--volume /etc/ssl/certs:/etc/ssl/certs:ro)
[ ! -d /usr/local/share/ca-certificates ] || network+=(--volume /usr/local/share/ca-certificates:/usr/local/share/ca-certificates:ro)

docker run --detach --privileged --name "$name" --hostname fresh-machine \
    --volume /var/lib/docker \
    --volume "$sdk:/usr/share/dotnet:ro" \
    --volume "$scratch:/bundle:ro" \
    --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/share/dotnet \
    ${network[@]+"${network[@]}"} "$image" sleep infinity >/dev/null

docker exec "$name" git -c advice.detachedHead=false clone --quiet /bundle/slipway.bundle /root/slipway
began=$SECONDS
code=0
docker exec --workdir /root/slipway "$name" bash -c '"$@"' - "$@" || code=$?
echo "fresh machine: exit code $code after $((SECONDS - began)) s"
exit "$code"
