using System.Collections.Immutable;

namespace Slipway.Databases.Migrations;

/// <summary>One step of the schema, as a file of the application writes it out.</summary>
/// <param name="Id">What the tool names it by, unique in the application.</param>
/// <param name="Parents">The revisions that it builds on: none for the first one, several for a merge.</param>
/// <param name="File">The file that it is in.</param>
/// <param name="Line">The line that names the revision, from 1.</param>
/// <param name="Contractions">What the previous release can't live with; empty for a migration that only expands.</param>
public sealed record MigrationRevision(
    string Id, ImmutableArray<string> Parents, string File, int Line, ImmutableArray<Contraction> Contractions);
