using System.Collections.Immutable;

namespace Slipway.Databases.Alembic;

/// <summary>A migration of alembic.</summary>
/// <param name="Id">The revision.</param>
/// <param name="Parents">The revisions that it builds on: none for the first one, several for a merge.</param>
/// <param name="File">The file that it is in.</param>
/// <param name="Line">The line that names the revision, from 1.</param>
/// <param name="Contractions">What the previous release can't live with; empty for a migration that only expands.</param>
public sealed record AlembicRevision(
    string Id, ImmutableArray<string> Parents, string File, int Line, ImmutableArray<Contraction> Contractions);
