namespace Slipway.Databases.Backups;

/// <summary>Whether a database holds anything.</summary>
/// <param name="IsEmpty">Whether nobody has made a table, view, sequence or type in it.</param>
/// <param name="Problem">Why the database couldn't be asked; null otherwise.</param>
public sealed record ContentReading(bool IsEmpty, DatabaseProblem? Problem);
