#!/bin/bash
# Prepares a database directory the first time, from the same variables as the public image, then becomes postgres.
set -euo pipefail

# NAME or the contents of the file that NAME_FILE names: the public image's way of taking a secret.
setting() {
    local file="${1}_FILE"
    if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-${2:-}}"; fi
}

as_postgres() {
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi
}

sql_literal() { printf "'%s'" "${1//\'/\'\'}"; }
sql_name() { printf '"%s"' "${1//\"/\"\"}"; }

create_cluster() {
    local user password database method
    user="$(setting POSTGRES_USER postgres)"
    password="$(setting POSTGRES_PASSWORD)"
    database="$(setting POSTGRES_DB "$user")"
    method="${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}"
    if [ -z "$password" ] && [ "$method" != trust ]; then
        echo "postgres: POSTGRES_PASSWORD is empty; set it, or set POSTGRES_HOST_AUTH_METHOD=trust." >&2
        exit 1
    fi

    # Nothing is lost if the machine stops before the first start is over: the directory is simply made again.
    # shellcheck disable=SC2086 # POSTGRES_INITDB_ARGS is a list of options
    as_postgres initdb --no-sync --username="$user" --encoding=UTF8 \
        --auth-local=trust --auth-host="$method" ${POSTGRES_INITDB_ARGS:-} >/dev/null
    printf 'host all all all %s\n' "$method" >> "$PGDATA/pg_hba.conf"

    {
        [ -z "$password" ] || printf 'ALTER ROLE %s PASSWORD %s;\n\n' "$(sql_name "$user")" "$(sql_literal "$password")"
        [ "$database" = postgres ] || printf 'CREATE DATABASE %s;\n\n' "$(sql_name "$database")"
    } | as_postgres postgres --single -j -F postgres >/dev/null

    run_scripts "$user" "$database"
}

run_scripts() {
    local script
    compgen -G '/docker-entrypoint-initdb.d/*' >/dev/null || return 0
    as_postgres pg_ctl --silent --wait -o "-c listen_addresses=" start >/dev/null
    for script in /docker-entrypoint-initdb.d/*; do
        case "$script" in
            *.sh) as_postgres bash "$script" ;;
            *.sql) as_postgres psql --quiet -v ON_ERROR_STOP=1 --username "$1" --dbname "$2" --file "$script" ;;
            *.sql.gz) gunzip -c "$script" | as_postgres psql --quiet -v ON_ERROR_STOP=1 --username "$1" --dbname "$2" ;;
        esac
    done
    as_postgres pg_ctl --silent --wait --mode=fast stop >/dev/null
}

if [ "${1:0:1}" = - ]; then
    set -- postgres "$@"
fi

if [ "${1:-}" = postgres ]; then
    mkdir -p "$PGDATA"
    if [ "$(id -u)" = 0 ]; then
        chown postgres:postgres "$PGDATA"
        chmod 0700 "$PGDATA"
    fi
    if [ ! -s "$PGDATA/PG_VERSION" ]; then
        # Made aside and moved into place, PG_VERSION last, so that a first start that is cut short can be repeated.
        final="$PGDATA"
        export PGDATA="$final/.new"
        rm -rf "$PGDATA"
        as_postgres mkdir -m 0700 "$PGDATA"
        create_cluster
        find "$PGDATA" -mindepth 1 -maxdepth 1 ! -name PG_VERSION -exec mv -t "$final" {} +
        mv "$PGDATA/PG_VERSION" "$final/"
        rmdir "$PGDATA"
        export PGDATA="$final"
    fi
fi

if [ "$(id -u)" = 0 ] && [ "${1:-}" = postgres ]; then
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"
fi
exec "$@"
