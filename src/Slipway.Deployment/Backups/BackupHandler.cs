using System.IO.Pipelines;
using Slipway.Databases.Backups;
using Slipway.Deployment.Execution;
using Slipway.Engine.Commands;
using Slipway.Observability.State;

namespace Slipway.Deployment.Backups;

/// <summary>Streams a dump out of the database's container into a file on this machine, so that it survives the host.</summary>
/// <param name="commands">Runs docker.</param>
/// <param name="isEmpty">Asks whether there is nothing in the database, once it answers.</param>
/// <param name="time">The clock.</param>
internal sealed class BackupHandler(ICommandRunner commands, Func<CancellationToken, Task<bool>> isEmpty, TimeProvider time) : StepHandler<BackupStep>
{
    protected override async Task ExecuteAsync(BackupStep step, StepOutput output, CancellationToken cancellation)
    {
        if (step.UnlessEmpty && await isEmpty(cancellation))
        {
            output.Note("there is nothing in the database yet that could be dumped");
            return;
        }

        new StateFolder(Path.GetDirectoryName(step.Folder)!).CreateFolder(Path.GetFileName(step.Folder));
        var folder = new BackupFolder(step.Folder, step.Application);
        var pipe = new Pipe();
        var dumping = DumpAsync(step, pipe.Writer, cancellation);
        await using var source = pipe.Reader.AsStream();
        var result = await BackupFile.WriteAsync(
            source,
            folder.PathFor(time.GetUtcNow()),
            async _ => await dumping is { ExitCode: not 0 } failed ? string.Join("; ", failed.LastErrors) : null,
            cancellation);
        if (result.Problem is { } problem)
        {
            throw StepFailure.Of(step, problem.Message, remedy: problem.Remedy.Length > 0 ? problem.Remedy : "nothing was migrated");
        }

        output.Note($"backup {Path.GetFileName(result.Backup!.Path)}: {result.Backup.Bytes / 1024} KB, SHA-256 {result.Backup.Sha256[..12]}...");
        folder.Retain(step.Keep, time);
    }

    private async Task<CommandOutcome> DumpAsync(BackupStep step, PipeWriter writer, CancellationToken cancellation)
    {
        try
        {
            await using var target = writer.AsStream();
            return await commands.StreamAsync(step.Dump, target, cancellation);
        }
        catch (Exception e)
        {
            await writer.CompleteAsync(new IOException(e.Message, e));
            throw;
        }
    }
}
