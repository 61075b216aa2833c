"""GET /healthz: may this instance get traffic? GET /version: which one is it?"""

from aiohttp import web

from app.database import UNREACHABLE, schema_revision


async def healthz(request: web.Request) -> web.Response:
    settings = request.app["settings"]
    if request.app["streams"].stopping.is_set():
        return _not_ready("the instance is stopping")
    try:
        async with request.app["pool"].acquire(timeout=2) as connection:
            actual = await schema_revision(connection)
    except UNREACHABLE as problem:
        return _not_ready(f"the database does not answer: {type(problem).__name__}")
    if not settings.revisions.at_or_ahead(actual, settings.expected_revision):
        return _not_ready(
            "the schema is behind the code", revision=actual, expected_revision=settings.expected_revision)
    return web.json_response({"status": "ready", "version": settings.version, "revision": actual})


async def version(request: web.Request) -> web.Response:
    settings = request.app["settings"]
    return web.json_response({
        "application": "hello-bot",
        "version": settings.version,
        "instance": settings.instance,
        "expected_revision": settings.expected_revision,
    })


def _not_ready(reason: str, **details: str | None) -> web.Response:
    return web.json_response({"status": "not ready", "reason": reason, **details}, status=503)
