namespace Slipway.Compose.Services;

/// <summary>Where the content of a config comes from.</summary>
/// <param name="file">The file's path, or null.</param>
/// <param name="content">The content, where the compose file has it, or null. It never shows in text.</param>
internal sealed class ConfigDefinition(string? file, string? content)
{
    /// <summary>The file's path, relative to the application's folder below it; or null.</summary>
    public string? File { get; } = file;

    /// <summary>The content, where the compose file has it, or null.</summary>
    public string? Content { get; } = content;
}
