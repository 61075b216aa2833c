namespace Slipway.Databases.Backups;

/// <summary>A backup that was written completely.</summary>
/// <param name="Path">The dump's path; its SHA-256 lies beside it in <c>path.sha256</c>.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Sha256">The hash taken while it was streamed, 64 hexadecimal digits.</param>
public sealed record Backup(string Path, long Bytes, string Sha256);
