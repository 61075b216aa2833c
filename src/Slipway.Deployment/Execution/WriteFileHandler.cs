using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Execution;

/// <summary>Writes files so that a reader sees the old text or the new one, never half of it.</summary>
internal sealed class WriteFileHandler : StepHandler<WriteFileStep>
{
    protected override async Task ExecuteAsync(WriteFileStep step, StepOutput output, CancellationToken cancellation)
    {
        try
        {
            StateFolder.Create(Path.GetDirectoryName(step.Path)!);
            var partial = step.Path + ".partial";
            await File.WriteAllTextAsync(partial, step.Content, cancellation);
            File.Move(partial, step.Path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(ExitCode.Refused, $"{step.Shown} can't be written: {e.Message}", "make room, or give this user the right to write there", e);
        }
    }
}
