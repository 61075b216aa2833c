"""GET and POST /messages, and GET /slow."""

import asyncio

from aiohttp import web

from app.settings import Settings
from app.streams import CHANNEL

# Revision 0004 drops messages.author in favour of messages.sender, which 0003 added. Code that expects an
# older schema still reads the old column: such a release can't be rolled back to once 0004 was applied.
SENDER_SINCE = "0004"


def sender_column(settings: Settings) -> str:
    return "author" if settings.revisions.is_before(settings.expected_revision, SENDER_SINCE) else "sender"


async def list_messages(request: web.Request) -> web.Response:
    try:
        limit = min(max(int(request.query.get("limit", "20")), 1), 100)
    except ValueError:
        raise web.HTTPBadRequest(text="limit must be a number from 1 to 100") from None
    rows = await request.app["pool"].fetch(
        f"select id, {request.app['sender_column']} as sender, body, created_at from messages order by id desc limit $1",
        limit)
    return web.json_response([
        {"id": row["id"], "sender": row["sender"], "body": row["body"], "at": row["created_at"].isoformat()}
        for row in rows])


async def post_message(request: web.Request) -> web.Response:
    try:
        message = await request.json()
        sender, body = str(message["sender"]), str(message["body"])
    except (ValueError, KeyError, TypeError):
        raise web.HTTPBadRequest(text='a message is {"sender": "...", "body": "..."}') from None
    identity = await store(request.app, sender, body)
    return web.json_response({"id": identity, "version": request.app["settings"].version}, status=201)


async def store(app: web.Application, sender: str, body: str) -> int:
    """Stores a message and tells every instance about it, in one round trip."""
    return await app["pool"].fetchval(
        f"with stored as (insert into messages ({app['sender_column']}, body) values ($1, $2) returning id), "
        f"told as (select pg_notify('{CHANNEL}', json_build_object('id', id, 'sender', $1::text, 'body', left($2, 500))::text) from stored) "
        "select id from stored, told",
        sender, body)


async def slow(request: web.Request) -> web.Response:
    """GET /slow?ms=: a request that takes its time, to show that deployments wait for it."""
    try:
        milliseconds = min(max(int(request.query.get("ms", "1000")), 0), 60_000)
    except ValueError:
        raise web.HTTPBadRequest(text="ms must be a number from 0 to 60000") from None
    await asyncio.sleep(milliseconds / 1000)
    return web.json_response({"slept_ms": milliseconds, "version": request.app["settings"].version})
