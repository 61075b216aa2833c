# Stand-ins for the public images, made from Debian's packages and kept in the loopback registry.

images_folder="$root/eng/images"
images_stamp=/var/lib/slipway/images.stamp
base_tree=/var/lib/slipway/base.tar
base_image=slipway/debian:bookworm

# stage of eng/images/Dockerfile, and the public image that it stands in for
standins=(
    "debian debian:bookworm-slim"
    "python python:3.11-slim-bookworm"
    "postgres postgres:15"
    "nginx nginx:1.28"
    "haproxy haproxy:2.8"
    "busybox busybox:stable"
)

# The recipe: whoever changes it gets new images.
images_recipe() { cat "$images_folder"/* "$root/eng/bootstrap/images.sh" | sha256sum | cut -d' ' -f1; }

images_present() {
    local entry
    [ "$(cat "$images_stamp" 2>/dev/null)" = "$(images_recipe)" ] || return 1
    for entry in "${standins[@]}"; do
        registry_holds "${entry#* }" || return 1
    done
}

# The smallest Debian that has apt; documentation and caches left out, as in the public image.
make_base_tree() {
    local sources
    sources="$(debian_sources bookworm)"
    [ -n "$sources" ] || sources="deb $(debian_archive) bookworm main"
    mmdebstrap --variant=apt --format=tar \
        --dpkgopt=force-unsafe-io \
        --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/info/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' \
        --dpkgopt='path-exclude=/usr/share/doc/*' \
        --dpkgopt='path-include=/usr/share/doc/*/copyright' \
        --aptopt='APT::Install-Recommends "false"' \
        --aptopt='Acquire::Languages "none"' \
        --aptopt='Acquire::GzipIndexes "true"' \
        --aptopt='Dir::Cache::pkgcache ""' \
        --aptopt='Dir::Cache::srcpkgcache ""' \
        --aptopt="$(apt-config dump | grep -E '^Acquire::(Check-Valid-Until|Check-Date|https?::Proxy) ' || true)" \
        --customize-hook='echo "DPkg::Post-Invoke { \"rm -f /var/cache/apt/archives/*.deb || true\"; };" > "$1/etc/apt/apt.conf.d/docker-clean"' \
        bookworm "$base_tree.new" <<<"$sources"
    mv "$base_tree.new" "$base_tree"
}

import_base_tree() { docker import --message "mmdebstrap" "$base_tree" "$base_image"; }

fetch_package_lists() { docker buildx build --quiet --target lists "$images_folder"; }

# make_image STAGE NAME:TAG
make_image() {
    docker buildx build --progress=plain --target "$1" --tag "$prefix/$2" "$images_folder"
    docker push "$prefix/$2"
}

remember_images() {
    images_recipe > "$images_stamp"
    rm -f "$base_tree"
}
