using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Commands;

namespace Slipway.Deployment.Backups;

/// <summary>Streams a dump of the database into a file on this machine, with its SHA-256.</summary>
/// <param name="Dump">The command whose output is the dump.</param>
/// <param name="Application">The application's name.</param>
/// <param name="Folder">Where backups are kept.</param>
/// <param name="Keep">How many backups are kept.</param>
public sealed record BackupStep(CommandLine Dump, string Application, string Folder, int Keep) : Step
{
    /// <summary>Whether nothing is dumped when there is nothing in the database yet; it is waited for then.</summary>
    public bool UnlessEmpty { get; init; }

    /// <inheritdoc/>
    public override string Command => $"{Dump} > .slipway/{Path.GetFileName(Folder)}/{Application}-TIME.dump";
}
