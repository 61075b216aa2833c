namespace Slipway.Compose.Files;

/// <summary>A compose file.</summary>
/// <param name="Path">Its path relative to the application's folder, with forward slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record ComposeFileText(string Path, string Text);
