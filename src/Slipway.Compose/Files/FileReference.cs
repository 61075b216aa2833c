using Slipway.Compose.Editing;

namespace Slipway.Compose.Files;

/// <summary>A place where one compose file names another one.</summary>
/// <param name="From">The file.</param>
/// <param name="Value">The value that holds the path.</param>
/// <param name="Location">The path of the other one.</param>
/// <param name="Folder">The folder that its paths start from.</param>
/// <param name="IsExtends">Whether a service extends one of the other file; otherwise it is included.</param>
/// <param name="IsOtherProject">Whether it is included as a project of its own.</param>
internal sealed record FileReference(ComposeFile From, ComposeValue Value, string Location, string Folder, bool IsExtends, bool IsOtherProject);
