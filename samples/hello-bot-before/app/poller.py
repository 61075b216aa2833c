"""The poller: must never run twice at once, and leaves a row in poller_overlaps if it does.

It holds an advisory lock for as long as it works, as a bot's long poll to a chat service would be exclusive.
"""

import asyncio
import logging
import signal
import uuid
from contextlib import suppress
from pathlib import Path

import asyncpg

from app.database import UNREACHABLE, schema_revision
from app.settings import Settings

LOCK = 0x68656C6C6F  # "hello"
TICK_SECONDS = 0.2
READY = Path("/tmp/poller-ready")

log = logging.getLogger("poller")


class Poller:
    def __init__(self, settings: Settings, stop: asyncio.Event) -> None:
        self._settings = settings
        self._stop = stop
        self._identity = uuid.uuid4()

    async def run(self) -> None:
        while not self._stop.is_set():
            connection = None
            try:
                connection = await asyncpg.connect(self._settings.database_url, timeout=2)
                await self._work(connection)
            except UNREACHABLE as problem:
                log.warning("the database does not answer (%s); trying again", type(problem).__name__)
                await self._pause()
            finally:
                READY.unlink(missing_ok=True)
                if connection is not None:
                    with suppress(*UNREACHABLE):
                        await connection.close(timeout=1)

    async def _work(self, connection: asyncpg.Connection) -> None:
        while not self._settings.revisions.at_or_ahead(await schema_revision(connection), self._settings.expected_revision):
            if await self._pause():
                return
        if not await self._take(connection):
            return
        await connection.execute(
            "insert into poller_heartbeats (instance, version, host) values ($1, $2, $3) on conflict (instance) do nothing",
            self._identity, self._settings.version, self._settings.instance)
        READY.touch()
        log.info("version %s polls", self._settings.version)
        while not await self._pause():
            await connection.execute(
                "update poller_heartbeats set seen_at = clock_timestamp(), last_message = (select max(id) from messages) "
                "where instance = $1", self._identity)
        await connection.execute(
            "update poller_heartbeats set stopped_at = clock_timestamp() where instance = $1", self._identity)

    async def _take(self, connection: asyncpg.Connection) -> bool:
        """Takes the lock. Finding it taken is a double run, which is recorded once."""
        recorded = False
        while not await connection.fetchval("select pg_try_advisory_lock($1)", LOCK):
            if not recorded:
                log.error("another poller is at work")
                await connection.execute(
                    "insert into poller_overlaps (instance, version, host) values ($1, $2, $3)",
                    self._identity, self._settings.version, self._settings.instance)
                recorded = True
            if await self._pause():
                return False
        return True

    async def _pause(self) -> bool:
        """Waits for the next tick; True when the poller has been asked to stop."""
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._stop.wait(), TICK_SECONDS)
        return self._stop.is_set()


async def run(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    READY.unlink(missing_ok=True)
    await Poller(settings, stop).run()
    log.info("version %s stops", settings.version)


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    asyncio.run(run(Settings.read()))


if __name__ == "__main__":
    main()
