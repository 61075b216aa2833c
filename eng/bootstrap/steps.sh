# Steps of the bootstrap: each has a name, a log of its own and a line on the terminal that says how long it took.

logs=/var/log/slipway
groups="$(mktemp -d)"
declare -A running=()

end_all_steps() {
    local group
    for group in "$groups"/*; do
        [ ! -e "$group" ] || kill -TERM -- "-${group##*/}" 2>/dev/null || true
    done
    rm -rf "$groups"
}
trap end_all_steps EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

now_ms() { local t=${EPOCHREALTIME/[.,]/}; printf '%s' $((10#$t / 1000)); }

# step NAME COMMAND...: runs the command with its output in a log; a failure shows the log's end and ends the bootstrap.
# Never call it on the left of `||` or `&&`: bash would ignore `set -e` within the step.
step() {
    local name="$1" log began pid code=0
    shift
    log="$logs/bootstrap-${name//[^a-z0-9]/-}.log"
    began=$(now_ms)
    # A process group of its own, so that an interrupted bootstrap can end all of it; and without the lock, which the
    # engine that a step starts would keep.
    set -m
    ( set -e; "$@" ) >"$log" 2>&1 </dev/null 9>&- &
    pid=$!
    set +m
    : > "$groups/$pid"
    wait "$pid" || code=$?
    rm -f "$groups/$pid"
    local took=$(($(now_ms) - began))
    if [ "$code" = 0 ]; then
        printf '  done    %-34s %5d.%01d s\n' "$name" $((took / 1000)) $((took % 1000 / 100))
        return 0
    fi
    {
        printf '  FAILED  %-34s %5d.%01d s\n' "$name" $((took / 1000)) $((took % 1000 / 100))
        printf '  The last lines of %s:\n' "$log"
        tail -n 20 "$log" | sed 's/^/    | /'
        echo "  Mend the cause and run the bootstrap again; what is done is not repeated."
    } >&2
    exit 3
}

# side_by_side NAME COMMAND...: starts a step; `together` waits for all that were started.
side_by_side() {
    ( trap - EXIT; step "$@" ) &
    running[$!]="$1"
}

together() {
    local pid failed=0
    for pid in "${!running[@]}"; do
        wait "$pid" || failed=1
    done
    running=()
    [ "$failed" = 0 ] || exit 3
}

# stop MESSAGE: the machine stays without something that Slipway needs, which is exit code 3.
stop() {
    printf 'bootstrap: %s\n' "$1" >&2
    exit 3
}

has() { command -v "$1" >/dev/null 2>&1; }

# at_least VERSION MINIMUM: compares dotted versions.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
