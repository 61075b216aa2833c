"""The order of the migrations that this image carries, read from their files without importing alembic."""

import re
from dataclasses import dataclass
from pathlib import Path

_DECLARATION = re.compile(r'^(revision|down_revision)\s*(?::[^=]+)?=\s*(?:"([^"]+)"|None)', re.MULTILINE)


@dataclass(frozen=True)
class Revisions:
    """A single line of revisions, oldest first."""

    line: tuple[str, ...]

    @property
    def head(self) -> str:
        return self.line[-1]

    @staticmethod
    def of_folder(folder: Path) -> "Revisions":
        follower = {}
        for file in folder.glob("*.py"):
            declared = dict(_DECLARATION.findall(file.read_text()))
            follower[declared.get("down_revision") or None] = declared["revision"]
        line = []
        current = follower.get(None)
        while current is not None:
            line.append(current)
            current = follower.get(current)
        if not line or len(line) != len(follower):
            raise ValueError(f"{folder}: the migrations are not one line from a first revision to a last")
        return Revisions(tuple(line))

    def at_or_ahead(self, actual: str | None, expected: str) -> bool:
        """Whether a database at `actual` suits code that expects `expected`.

        A revision that this image doesn't know was made by a later release, so it counts as ahead.
        """
        if actual is None:
            return False
        if actual == expected or actual not in self.line:
            return True
        return expected in self.line and self.line.index(actual) > self.line.index(expected)

    def is_before(self, revision: str, other: str) -> bool:
        return revision in self.line and (other not in self.line or self.line.index(revision) < self.line.index(other))
