#!/bin/sh
# As in the public image: options alone mean haproxy, and haproxy runs as master of one worker in the foreground.
set -e
[ "${1#-}" = "$1" ] || set -- haproxy "$@"
if [ "$1" = haproxy ]; then
    shift
    set -- haproxy -W -db "$@"
fi
exec "$@"
