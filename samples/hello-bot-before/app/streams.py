"""GET /events (server-sent events) and GET /ws (a websocket): new messages as they come, from every instance."""

import asyncio
from contextlib import suppress

import asyncpg
from aiohttp import WSCloseCode, WSMsgType, web

from app.database import UNREACHABLE

CHANNEL = "messages"
KEEP_ALIVE_SECONDS = 5


class Streams:
    """The open streams of this instance, and the one connection that hears of new messages.

    That connection is opened for the first listener only, so that an instance without any costs the database nothing.
    """

    def __init__(self, database_url: str) -> None:
        self.stopping = asyncio.Event()
        self._database_url = database_url
        self._queues: set[asyncio.Queue[str | None]] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._connection: asyncpg.Connection | None = None
        self._opening = asyncio.Lock()

    async def subscribe(self) -> asyncio.Queue[str | None]:
        async with self._opening:
            if self._connection is None or self._connection.is_closed():
                self._connection = await asyncpg.connect(self._database_url, timeout=5)
                await self._connection.add_listener(CHANNEL, self._heard)
        queue: asyncio.Queue[str | None] = asyncio.Queue(maxsize=1000)
        self._queues.add(queue)
        self._idle.clear()
        if self.stopping.is_set():
            queue.put_nowait(None)
        return queue

    def unsubscribe(self, queue: asyncio.Queue[str | None]) -> None:
        self._queues.discard(queue)
        if not self._queues:
            self._idle.set()

    async def stop(self, timeout: float) -> None:
        """Ends every stream in an orderly way, None is the word for it, and waits until they have ended."""
        self.stopping.set()
        for queue in self._queues:
            self._put(queue, None)
        with suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._idle.wait(), timeout)

    async def close(self) -> None:
        if self._connection is not None:
            with suppress(*UNREACHABLE):
                await self._connection.close(timeout=1)

    def _heard(self, _connection: object, _process: int, _channel: str, payload: str) -> None:
        for queue in self._queues:
            self._put(queue, payload)

    @staticmethod
    def _put(queue: asyncio.Queue[str | None], item: str | None) -> None:
        # A listener that doesn't keep up loses the oldest message rather than the memory of everyone.
        if queue.full():
            queue.get_nowait()
        queue.put_nowait(item)


async def events(request: web.Request) -> web.StreamResponse:
    streams: Streams = request.app["streams"]
    queue = await streams.subscribe()
    response = web.StreamResponse(headers={
        "Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    try:
        await response.prepare(request)
        await response.write(f"event: hello\ndata: {request.app['settings'].version}\n\n".encode())
        while True:
            try:
                item = await asyncio.wait_for(queue.get(), KEEP_ALIVE_SECONDS)
            except asyncio.TimeoutError:
                await response.write(b": still here\n\n")
                continue
            if item is None:
                await response.write(b"event: goodbye\nretry: 100\ndata: reconnect\n\n")
                break
            await response.write(f"event: message\ndata: {item}\n\n".encode())
        await response.write_eof()
    except ConnectionResetError:
        pass
    finally:
        streams.unsubscribe(queue)
    return response


async def websocket(request: web.Request) -> web.WebSocketResponse:
    streams: Streams = request.app["streams"]
    socket = web.WebSocketResponse(heartbeat=20, timeout=2)
    await socket.prepare(request)
    queue = await streams.subscribe()
    sending = asyncio.create_task(_send_all(socket, queue))
    try:
        await socket.send_json({"hello": request.app["settings"].version})
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                await socket.send_json({"echo": message.data})
        if streams.stopping.is_set():
            # The loop ended because the other task closes the socket; it says why to the client.
            await sending
    finally:
        streams.unsubscribe(queue)
        sending.cancel()
    return socket


async def _send_all(socket: web.WebSocketResponse, queue: asyncio.Queue[str | None]) -> None:
    with suppress(ConnectionResetError):
        while (item := await queue.get()) is not None:
            await socket.send_str(item)
        await socket.close(code=WSCloseCode.GOING_AWAY, message=b"the instance is stopping")
