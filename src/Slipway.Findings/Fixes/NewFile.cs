namespace Slipway.Findings.Fixes;

/// <summary>A file to be written where there is none.</summary>
/// <param name="Path">The file, as the user knows the files beside it.</param>
/// <param name="Content">Its text.</param>
public sealed record NewFile(string Path, string Content);
