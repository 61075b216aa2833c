"""What the environment says, read once at start-up."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping
from urllib.parse import quote

from app.revisions import Revisions


@dataclass(frozen=True)
class Settings:
    version: str
    instance: str
    port: int
    boot_seconds: float
    drain_seconds: float
    database_url: str
    pool_min: int
    pool_max: int
    expected_revision: str
    revisions: Revisions

    @staticmethod
    def read(environment: Mapping[str, str] = os.environ) -> "Settings":
        revisions = Revisions.of_folder(Path(__file__).parent.parent / "migrations" / "versions")
        return Settings(
            version=environment.get("VERSION", "dev"),
            instance=socket.gethostname(),
            port=int(environment.get("PORT", "8080")),
            boot_seconds=float(environment.get("BOOT_SECONDS") or 0),
            drain_seconds=float(environment.get("DRAIN_SECONDS") or 10),
            database_url=database_url(environment),
            pool_min=int(environment.get("POOL_MIN") or 1),
            pool_max=int(environment.get("POOL_MAX") or 5),
            expected_revision=environment.get("EXPECTED_REVISION") or revisions.head,
            revisions=revisions,
        )


def database_url(environment: Mapping[str, str] = os.environ) -> str:
    """DATABASE_URL, or one made of the POSTGRES_ variables; the password may be in a file."""
    if environment.get("DATABASE_URL"):
        return environment["DATABASE_URL"]
    password = environment.get("POSTGRES_PASSWORD", "")
    if environment.get("POSTGRES_PASSWORD_FILE"):
        password = Path(environment["POSTGRES_PASSWORD_FILE"]).read_text().strip()
    user = environment.get("POSTGRES_USER", "hello")
    host = environment.get("POSTGRES_HOST", "db")
    port = environment.get("POSTGRES_PORT", "5432")
    name = environment.get("POSTGRES_DB", "hello")
    return f"postgresql://{quote(user)}:{quote(password, safe='')}@{host}:{port}/{name}"
