namespace Slipway.Databases.Backups;

/// <summary>What came of a backup, or of verifying one.</summary>
/// <param name="Backup">The backup, or null when it is of no use.</param>
/// <param name="Problem">Why it is of no use; null otherwise.</param>
public sealed record BackupResult(Backup? Backup, DatabaseProblem? Problem);
