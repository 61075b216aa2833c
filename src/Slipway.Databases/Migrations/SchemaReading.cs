using System.Collections.Immutable;

namespace Slipway.Databases.Migrations;

/// <summary>The revisions that a database says it is at.</summary>
/// <param name="Applied">The heads of what was applied, sorted; empty for a database that was never migrated.</param>
/// <param name="Problem">Why the database couldn't be asked; null otherwise.</param>
public sealed record SchemaReading(ImmutableArray<string> Applied, DatabaseProblem? Problem);
