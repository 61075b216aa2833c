# Steps of the bootstrap: each has a name, a log of its own and a line on the terminal that says how long it took.

logs=/var/log/slipway
declare -A running=()

now_ms() { local t=${EPOCHREALTIME/[.,]/}; printf '%s' $((10#$t / 1000)); }

# step NAME COMMAND...: runs the command with its output in a log; a failure ends the bootstrap and shows the log's end.
step() {
    local name="$1" log began code=0
    shift
    log="$logs/bootstrap-${name//[^a-z0-9]/-}.log"
    began=$(now_ms)
    # In a subshell so that `set -e` holds within the step whatever the caller does with its result.
    ( set -e; "$@" ) >"$log" 2>&1 9>&- &
    wait $! || code=$?
    local took=$(($(now_ms) - began))
    if [ "$code" = 0 ]; then
        printf '  done    %-34s %5d.%01d s\n' "$name" $((took / 1000)) $((took % 1000 / 100))
        return 0
    fi
    {
        printf '  FAILED  %-34s %5d.%01d s\n' "$name" $((took / 1000)) $((took % 1000 / 100))
        printf '  The last lines of %s:\n' "$log"
        tail -n 20 "$log" | sed 's/^/    | /'
    } >&2
    return "$code"
}

# side_by_side NAME COMMAND...: starts a step; `together` waits for all that were started.
side_by_side() {
    step "$@" &
    running[$!]="$1"
}

together() {
    local pid failed=0
    for pid in "${!running[@]}"; do
        wait "$pid" || failed=1
    done
    running=()
    [ "$failed" = 0 ] || stop "A step of the bootstrap failed; see above. Mend the cause and run it again: finished steps are not repeated."
}

# stop MESSAGE: the machine stays without something that Slipway needs, which is exit code 3.
stop() {
    printf 'bootstrap: %s\n' "$1" >&2
    exit 3
}

has() { command -v "$1" >/dev/null 2>&1; }

# at_least VERSION MINIMUM: compares dotted versions.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
