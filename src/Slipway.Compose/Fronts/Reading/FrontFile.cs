namespace Slipway.Compose.Fronts.Reading;

/// <summary>A file of a front's configuration.</summary>
/// <param name="Path">Its path inside the container.</param>
/// <param name="Shown">What people know it by: its path in the application's folder.</param>
/// <param name="Text">Its content.</param>
internal sealed record FrontFile(string Path, string Shown, string Text);
