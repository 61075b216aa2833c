"""The connections to Postgres."""

import asyncio
from contextlib import suppress

import asyncpg

UNREACHABLE = (OSError, asyncio.TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)


async def open_pool(url: str, minimum: int, maximum: int) -> asyncpg.Pool:
    """A pool that opens even while the database is away: readiness is for /healthz to judge."""
    pool = await asyncpg.create_pool(url, min_size=0, max_size=maximum, timeout=2, command_timeout=30)
    with suppress(*UNREACHABLE):
        await asyncio.gather(*(_touch(pool) for _ in range(minimum)))
    return pool


async def _touch(pool: asyncpg.Pool) -> None:
    async with pool.acquire(timeout=2) as connection:
        await connection.execute("select 1")


async def schema_revision(connection: asyncpg.Connection) -> str | None:
    """The revision that alembic left in the database, or None before the first migration."""
    try:
        return await connection.fetchval("select version_num from alembic_version", timeout=2)
    except asyncpg.UndefinedTableError:
        return None
