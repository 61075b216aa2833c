using System.Collections.Immutable;

namespace Slipway.Databases.Migrations;

/// <summary>What came of reading an application's migrations.</summary>
/// <param name="History">The history, or null when it is broken.</param>
/// <param name="Problems">Why it is broken; empty otherwise.</param>
public sealed record MigrationReading(MigrationHistory? History, ImmutableArray<DatabaseProblem> Problems);
