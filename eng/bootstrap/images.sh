# Stand-ins for the public images, made from Debian's packages and kept in the loopback registry.

images_folder="$root/eng/images"
images_stamp=/var/lib/slipway/images.stamp
base_tree=/var/lib/slipway/base.tar
base_lists=/var/lib/slipway/lists.tar
base_image=slipway/debian:bookworm
lists_image=slipway/debian-lists:bookworm

# Stage of eng/images/Dockerfile and the public image that it stands in for; what takes longest comes first.
standins=(
    "postgres postgres:15"
    "python python:3.11-slim-bookworm"
    "nginx nginx:1.28"
    "haproxy haproxy:2.8"
    "caddy caddy:2.6"
    "busybox busybox:stable"
    "debian debian:bookworm-slim"
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

# What the public image does as well: no documentation, no caches. Left out at the end rather than by dpkg's path-exclude,
# for which mmdebstrap would send every file of every package through a filter: half of its time.
slim_hook() {
    cat <<'HOOK'
cd "$1" || exit 1
cat > etc/dpkg/dpkg.cfg.d/slim <<'CFG'
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
CFG
find usr/share/doc -type f ! -name copyright -delete
rm -rf usr/share/man/* usr/share/info/* usr/share/locale/*
cat > etc/apt/apt.conf.d/docker-clean <<'CFG'
DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };
CFG
HOOK
}

# The smallest Debian that has apt, and apart from it the package lists that it was made from.
make_base_tree() {
    local sources network
    sources="$(debian_sources bookworm)"
    [ -n "$sources" ] || sources="deb $(debian_archive) bookworm main"
    network="$(apt-config dump | grep -E '^Acquire::(Check-Valid-Until|Check-Date|https?::Proxy) ' || true)"
    mmdebstrap --variant=apt --format=tar \
        --dpkgopt=force-unsafe-io \
        --aptopt='APT::Install-Recommends "false"' \
        --aptopt='Acquire::Languages "none"' \
        --aptopt='Dir::Cache::pkgcache ""' \
        --aptopt='Dir::Cache::srcpkgcache ""' \
        ${network:+--aptopt="$network"} \
        --customize-hook="$(slim_hook)" \
        --customize-hook="tar -C \"\$1/var/lib/apt/lists\" --exclude=./lock --exclude=./partial -cf $base_lists ." \
        bookworm "$base_tree.new" <<<"$sources"
    mv "$base_tree.new" "$base_tree"
}

import_base_tree() {
    docker import "$base_tree" "$base_image"
    docker import "$base_lists" "$lists_image"
}

# make_image STAGE NAME:TAG
make_image() {
    docker buildx build --progress=plain --target "$1" --tag "$prefix/$2" "$images_folder"
    docker push "$prefix/$2"
}

remember_images() {
    images_recipe > "$images_stamp"
    rm -f "$base_tree" "$base_lists"
}
