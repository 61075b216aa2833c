"""The bot: serves HTTP until it is asked to stop, then finishes what it began."""

import asyncio
import gc
import logging
import signal

import uvloop
from aiohttp import web

from app import health, messages, streams
from app.database import open_pool
from app.settings import Settings

log = logging.getLogger("hello-bot")


def routes() -> list[web.RouteDef]:
    return [
        web.get("/healthz", health.healthz),
        web.get("/version", health.version),
        web.get("/messages", messages.list_messages),
        web.post("/messages", messages.post_message),
        web.get("/slow", messages.slow),
        web.get("/events", streams.events),
        web.get("/ws", streams.websocket),
    ]


async def last_words(request: web.Request, response: web.StreamResponse) -> None:
    """Tells the proxy to send its next request elsewhere."""
    if request.app["streams"].stopping.is_set():
        response.headers["Connection"] = "close"


async def serve(settings: Settings) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)

    app = web.Application()
    app["settings"] = settings
    app["sender_column"] = messages.sender_column(settings)
    app["streams"] = streams.Streams(settings.database_url)
    app.add_routes(routes())
    app.on_response_prepare.append(last_words)

    booting = asyncio.gather(
        open_pool(settings.database_url, settings.pool_min, settings.pool_max),
        asyncio.sleep(settings.boot_seconds))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait({booting, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if stop.is_set():
        booting.cancel()
        return
    app["pool"], _ = await booting

    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, port=settings.port, backlog=1024, shutdown_timeout=settings.drain_seconds).start()
    # What lives by now lives for good; the collector needn't look at it again.
    gc.freeze()
    log.info("version %s listens on port %d", settings.version, settings.port)

    await stop.wait()
    log.info("version %s stops", settings.version)
    # Streams first: the server would cut them off where it waits for requests.
    await app["streams"].stop(settings.drain_seconds)
    await runner.cleanup()
    await app["streams"].close()
    app["pool"].terminate()


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(message)s")
    settings = Settings.read()
    uvloop.install()
    asyncio.run(serve(settings))


if __name__ == "__main__":
    main()
