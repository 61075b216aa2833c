namespace Slipway.Dockerfiles.Forecasting;

/// <summary>A file of a commit as far as a build can tell it from another.</summary>
/// <param name="Digest">A digest of its content.</param>
/// <param name="Mode">Its mode, as git writes it; times and owners don't count.</param>
public sealed record TreeFile(string Digest, string Mode);
