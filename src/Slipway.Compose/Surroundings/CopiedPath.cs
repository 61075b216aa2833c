namespace Slipway.Compose.Surroundings;

/// <summary>What a Dockerfile copies into an image.</summary>
/// <param name="Source">The path in the build context, or in an earlier stage.</param>
/// <param name="Target">The path inside the image, absolute; it ends with a slash when it is a folder.</param>
/// <param name="IsFromStage">Whether it comes from an earlier stage or another image.</param>
/// <param name="Text">The content where the Dockerfile itself has it, else null.</param>
public sealed record CopiedPath(string Source, string Target, bool IsFromStage, string? Text = null);
