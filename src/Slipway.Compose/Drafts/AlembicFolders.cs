using System.Collections.Immutable;

namespace Slipway.Compose.Drafts;

/// <summary>Alembic's revisions in the build context of a service.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="File">The file that names the folders.</param>
/// <param name="Folders">The folders with revisions: several where it is told so.</param>
/// <param name="IsFlask">Whether Flask-Migrate runs it, which alembic's own command can't stand in for.</param>
internal sealed record AlembicFolders(string Service, string File, ImmutableArray<string> Folders, bool IsFlask);
