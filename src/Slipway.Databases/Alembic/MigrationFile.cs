namespace Slipway.Databases.Alembic;

/// <summary>A file of alembic's versions folder.</summary>
/// <param name="Path">Its path as it is to be shown.</param>
/// <param name="Text">Its content.</param>
public sealed record MigrationFile(string Path, string Text);
