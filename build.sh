#!/usr/bin/env bash
# Runs Slipway: builds it when its sources have changed, then hands over to it. See docs/bootstrap.md.
#   ./build.sh --target=Plan        ./build.sh --bootstrap --target=Deploy
set -euo pipefail

root="${BASH_SOURCE[0]%/*}"
[ "$root" != "${BASH_SOURCE[0]}" ] || root=.
root="$(cd -- "$root" && pwd -P)"
host="$root/artifacts/host"

arguments=()
bootstrap=0
for argument in "$@"; do
    case "$argument" in
        --bootstrap) bootstrap=1 ;;
        *) arguments+=("$argument") ;;
    esac
done

find_dotnet() {
    local candidate
    # Not "$(type -P dotnet)": that is a process more at every start.
    local IFS=:
    for candidate in ${DOTNET_ROOT:+"$DOTNET_ROOT"} $PATH "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet; do
        candidate="$candidate/dotnet"
        if [ -f "$candidate" ] && [ -x "$candidate" ]; then
            dotnet="$candidate"
            return 0
        fi
    done
    missing_sdk "no 'dotnet' is on PATH, in DOTNET_ROOT or in ~/.dotnet"
}

missing_sdk() {
    local wanted
    wanted="$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")"
    {
        echo "build.sh: the .NET SDK $wanted or a newer one of the same major version is needed, but $1."
        echo "Install it as https://learn.microsoft.com/dotnet/core/install/ describes, then run this again."
    } >&2
    exit 3
}

# Path, size and time of everything that goes into the host. BSD's find has no -printf.
stamp_of_sources() {
    local central kinds
    cd -- "$root"
    shopt -s nullglob
    # As patterns, so that a file that is not there is left out.
    central=(*.props *.targets global.jso[n] .editorconfi[g])
    kinds=('(' -name '*.cs' -o -name '*.csproj' -o -name '*.props' -o -name '*.targets' -o -name '*.resx'
        -o -name 'runtimeconfig.template.json' -o -name global.json -o -name .editorconfig ')' -type f)
    find build src "${central[@]}" "${kinds[@]}" -printf '%p %s %T@\n' 2>/dev/null \
        || find build src "${central[@]}" "${kinds[@]}" -exec stat -f '%N %z %Fm' {} +
}

platform() {
    local system machine
    case "$(uname -s)" in
        Darwin) system=osx ;;
        *) system=linux ;;
    esac
    case "$(uname -m)" in
        aarch64 | arm64) machine=arm64 ;;
        *) machine=x64 ;;
    esac
    echo "$system-$machine"
}

# publish FOLDER OPTION...: a configuration of its own, apart from what an IDE or a test run builds at the same time.
# Compiler servers live on after the build and would keep the lock, so they don't get it.
publish() {
    local folder="$1"
    shift
    "$dotnet" publish "$root/build/Build.csproj" -c Release -o "$folder" --nologo -v quiet \
        -p:ArtifactsPath="$root/artifacts/host-build" \
        -p:RestorePackagesWithLockFile=false -p:NuGetLockFilePath="$root/artifacts/no.lock.json" \
        -p:TieredPGO=false -p:ConcurrentGarbageCollection=false -p:UseAppHost=false \
        -p:GenerateDocumentationFile=false -p:RunAnalyzers=false -p:DebugType=none "$@" </dev/null 9>&-
}

build_host() {
    local log="$root/artifacts/host-build.log" fresh="$root/artifacts/host.new" began=$SECONDS
    (cd -- "$root" && "$dotnet" --version >/dev/null 2>&1) || missing_sdk "'$dotnet' has only: $("$dotnet" --list-sdks 2>/dev/null | cut -d' ' -f1 | tr '\n' ' ')"
    echo "building Slipway (sources changed) ..." >&2
    rm -rf -- "$fresh"
    # Compiled ahead of time it starts in a fraction of the time; without the compiler's package it merely starts slower.
    if ! publish "$fresh" -r "$(platform)" --self-contained false -p:PublishReadyToRun=true >"$log" 2>&1; then
        rm -rf -- "$fresh"
        if ! publish "$fresh" >"$log.plain" 2>&1; then
            cat -- "$log.plain" >&2
            echo "build.sh: Slipway does not compile; see above." >&2
            exit 1
        fi
        echo "build.sh: built without ReadyToRun, so every start takes longer; the reason is in $log" >&2
    fi
    printf '%s\n' "$1" > "$fresh/.stamp"
    # A running Slipway keeps its open files; it must not find others in their place.
    rm -rf -- "$host.old"
    [ ! -e "$host" ] || mv -- "$host" "$host.old"
    mv -- "$fresh" "$host"
    rm -rf -- "$host.old"
    echo "built in $((SECONDS - began)) s" >&2
}

read_stamp() {
    built=""
    [ ! -f "$host/.stamp" ] || built="$(<"$host/.stamp")"
}

find_dotnet
if [ "$bootstrap" = 1 ]; then
    "$root/eng/bootstrap.sh"
fi

# Set by the bootstrap: where this machine has the images of the samples from. What is set already wins.
if [ -z "${SLIPWAY_IMAGES:-}" ] && [ -f "$root/.slipway/host.env" ]; then
    set -a
    # shellcheck source=/dev/null
    . "$root/.slipway/host.env"
    set +a
fi

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
stamp="$(stamp_of_sources)"
read_stamp
if [ "$stamp" != "$built" ]; then
    mkdir -p -- "$root/artifacts"
    exec 9>"$root/artifacts/host.lock"
    # Two at once: the second waits, and finds the work done.
    if has_flock="$(type -P flock)"; then "$has_flock" 9; fi
    stamp="$(stamp_of_sources)"
    read_stamp
    [ "$stamp" = "$built" ] || build_host "$stamp"
    exec 9>&-
fi

if [ "$bootstrap" = 1 ] && [ "${#arguments[@]}" = 0 ]; then
    exit 0
fi

# Mapping every page of compiled code twice guards against attacks on long-lived servers; here it is a tenth of every start.
export DOTNET_EnableWriteXorExecute=0
exec "$dotnet" "$host/slipway-build.dll" ${arguments[@]+"${arguments[@]}"}
