# What comes from Debian's packages. The URI is the one that the machine's own apt sources name, whatever their format.

export DEBIAN_FRONTEND=noninteractive

# Origin|codename|URI|component of every package list that apt knows.
package_lists() {
    apt-get indextargets --format '$(ORIGIN)|$(CODENAME)|$(REPO_URI)|$(COMPONENT)' 'Created-By: Packages' | sort -u
}

# "deb URI SUITE COMPONENT" for the suites of one Debian release, as the machine itself has them.
debian_sources() {
    package_lists | awk -F'|' -v release="$1" '$1 == "Debian" && ($2 == release || index($2, release "-") == 1) {
        print "deb " $3 " " $2 " " $4 }'
}

# The archive that carries Debian's releases: not -security, not a backport, and no third party.
debian_archive() {
    package_lists | awk -F'|' '$1 == "Debian" && $4 == "main" && $2 !~ /-/ { print $3; exit }'
}

# A source that has nothing to do with Slipway may be out of order; what is really missed shows at the installation.
refresh_lists() {
    apt-get update || echo "Some package sources could not be read; going on with the others."
}

# Debian 12 has engine 20.10, which knows no start_interval; its successor's engine runs on it as well.
add_newer_suite() {
    local archive keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed=""
    if package_lists | grep -q '^Debian|trixie|'; then
        return 0
    fi
    archive="$(debian_archive)"
    if [ -z "$archive" ]; then
        echo "No Debian archive is among the apt sources of this machine; add one, or install Docker Engine 25 or newer yourself."
        return 1
    fi
    [ ! -f "$keyring" ] || signed="[signed-by=$keyring] "
    # Priority 100: nothing is upgraded from there, only what is asked for by name.
    printf 'Package: *\nPin: release n=trixie\nPin-Priority: 100\n' > /etc/apt/preferences.d/slipway-trixie
    printf 'deb %s%s trixie main\n' "$signed" "$archive" > /etc/apt/sources.list.d/slipway-trixie.list
    apt-get update -o Dir::Etc::sourcelist=/etc/apt/sources.list.d/slipway-trixie.list \
        -o Dir::Etc::sourceparts=- -o APT::Get::List-Cleanup=0
}

# install_packages OPTION|PACKAGE...: without starting any service, which the bootstrap does itself where it wants to, and
# without waiting for the disk after every file: an installation cut short is repeated by the next run.
install_packages() {
    local policy=/usr/sbin/policy-rc.d ours=0 code=0
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' > "$policy"
        chmod +x "$policy"
        ours=1
    fi
    apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Options::=--force-confold -o Dpkg::Options::=--force-unsafe-io "$@" || code=$?
    [ "$ours" = 0 ] || rm -f "$policy"
    return "$code"
}
