namespace Slipway.Databases.Migrations;

/// <summary>A file of the folder with an application's migrations.</summary>
/// <param name="Path">Its path as it is to be shown.</param>
/// <param name="Text">Its content.</param>
public sealed record MigrationFile(string Path, string Text);
