namespace Slipway.Compose.Files;

/// <summary>What stands in one of the files that compose is given.</summary>
/// <param name="Path">Its path relative to the application's folder, with forward slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record ComposeFileText(string Path, string Text);
