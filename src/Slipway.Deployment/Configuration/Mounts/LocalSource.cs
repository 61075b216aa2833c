namespace Slipway.Deployment.Configuration.Mounts;

/// <summary>A file or folder of this machine that services mount.</summary>
/// <param name="Path">Its path as the compose file has it, relative to the application's folder where it is below it.</param>
/// <param name="FullPath">Its absolute path.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Digest">Hexadecimal digits of a hash over names, contents, links and who may execute what.</param>
/// <param name="Files">How many files it has, at least 0.</param>
/// <param name="Bytes">Their size together, in bytes.</param>
/// <param name="IsText">Whether it is one file of text.</param>
public sealed record LocalSource(string Path, string FullPath, bool IsFolder, string Digest, int Files, long Bytes, bool IsText);
