#!/usr/bin/env bash
# Deploys to this server, one thing after the other.
#   BOT_IMAGE=registry.example/hello-bot:1.2.3 scripts/deploy_production.sh
set -euo pipefail

cd "$(dirname "$0")/.."

HEALTH_TIMEOUT=300
HEALTH_INTERVAL=15

pull_docker_images() {
    echo "Pulling images..."
    if [ -n "${BOT_IMAGE:-}" ]; then
        docker compose pull
    else
        docker compose pull db nginx
        docker compose build
    fi
}

stop_existing_services() {
    echo "Stopping existing services..."
    docker compose down
}

start_services() {
    echo "Starting services..."
    docker compose up -d
}

wait_for_health() {
    echo "Waiting for the bot to become healthy..."
    local waited=0
    while [ "$waited" -lt "$HEALTH_TIMEOUT" ]; do
        if [ "$(docker inspect --format '{{.State.Health.Status}}' "$(docker compose ps -q bot)")" = healthy ]; then
            echo "Healthy after ${waited}s"
            return 0
        fi
        sleep "$HEALTH_INTERVAL"
        waited=$((waited + HEALTH_INTERVAL))
    done
    echo "The bot did not become healthy within ${HEALTH_TIMEOUT}s" >&2
    docker compose logs --tail 50 bot >&2
    return 1
}

pull_docker_images
stop_existing_services
start_services
wait_for_health
echo "Deployed"
