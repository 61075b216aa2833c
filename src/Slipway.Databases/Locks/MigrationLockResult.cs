namespace Slipway.Databases.Locks;

/// <summary>What came of asking for a migration lock.</summary>
/// <param name="Lock">The lock, to be disposed of when the migration is done; null when it wasn't granted.</param>
/// <param name="Holder">Who holds it instead, when that could be seen.</param>
/// <param name="Problem">Why it wasn't granted; null when it was.</param>
public sealed record MigrationLockResult(MigrationLock? Lock, LockHolder? Holder, DatabaseProblem? Problem);
