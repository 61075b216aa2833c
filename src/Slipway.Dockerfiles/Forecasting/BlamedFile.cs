namespace Slipway.Dockerfiles.Forecasting;

/// <summary>A file whose changes have a step rebuilt.</summary>
/// <param name="Path">The file, relative to the build context.</param>
/// <param name="Commits">How many commits changed it so.</param>
public sealed record BlamedFile(string Path, int Commits);
