using System.Text;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;
using Slipway.Findings.Fixes;
using Slipway.Observability.State;

namespace Slipway.Deployment.Execution;

/// <summary>Writes files so that a reader sees the old text or the new one, never half of it.</summary>
internal sealed class WriteFileHandler : StepHandler<WriteFileStep>
{
    protected override Task ExecuteAsync(WriteFileStep step, StepOutput output, CancellationToken cancellation)
    {
        try
        {
            var folder = Path.GetDirectoryName(step.Path)!;
            if (step.IsShared)
            {
                Directory.CreateDirectory(folder);
                AtomicFile.Write(step.Path, Encoding.UTF8.GetBytes(step.Content));
            }
            else
            {
                new StateFolder(folder).Write(Path.GetFileName(step.Path), Encoding.UTF8.GetBytes(step.Content));
            }

            return Task.CompletedTask;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(
                ExitCode.Refused, $"{step.Shown} can't be written: {e.Message}", "make room, or give this user the right to write there", e);
        }
    }
}
