using System.Collections.Immutable;

namespace Slipway.Databases.Alembic;

/// <summary>What came of reading a versions folder.</summary>
/// <param name="History">The history, or null when it is broken.</param>
/// <param name="Problems">Why it is broken; empty otherwise.</param>
public sealed record AlembicReading(AlembicHistory? History, ImmutableArray<DatabaseProblem> Problems);
