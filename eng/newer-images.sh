#!/usr/bin/env bash
# Makes the stand-ins of proxies once more, from the packages of Debian's next release, for the conformance suite:
#   eng/newer-images.sh PREFIX        ->  PREFIX/nginx:trixie, PREFIX/haproxy:trixie
#   SLIPWAY_NGINX=PREFIX/nginx:trixie SLIPWAY_HAPROXY=PREFIX/haproxy:trixie dotnet run --project tests/Slipway.Traffic.Tests
# Needs root, mmdebstrap and Docker, as the bootstrap does.
set -euo pipefail

prefix="${1:?the prefix of the images to be made}"
release=trixie
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# shellcheck source=eng/bootstrap/packages.sh
. "$root/eng/bootstrap/packages.sh"
# shellcheck source=eng/bootstrap/images.sh
. "$root/eng/bootstrap/images.sh"

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
base_tree="$work/base.tar"
base_lists="$work/lists.tar"
base_image="slipway/debian:$release"
lists_image="slipway/debian-lists:$release"

# As make_base_tree does, for the other release, where adduser is no part of the smallest Debian any more.
sources="$(debian_sources "$release")"
[ -n "$sources" ] || sources="deb $(debian_archive) $release main"
mmdebstrap --variant=apt --include=adduser --format=tar \
    --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' \
    --aptopt='Dir::Cache::pkgcache ""' --aptopt='Dir::Cache::srcpkgcache ""' \
    --customize-hook="$(slim_hook)" \
    --customize-hook="tar -C \"\$1/var/lib/apt/lists\" --exclude=./lock --exclude=./partial -cf $base_lists ." \
    "$release" "$base_tree" <<<"$sources"
import_base_tree
for stage in nginx haproxy; do
    docker buildx build --progress=plain --target "$stage" --tag "$prefix/$stage:$release" \
        --build-arg "BASE=$base_image" --build-arg "LISTS=$lists_image" \
        --label "slipway.standin=$stage, from Debian $release's packages" "$root/eng/images"
done
