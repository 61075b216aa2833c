using Slipway.Commands;
using Slipway.Planning.Steps;

namespace Slipway.Execution;

/// <summary>Runs programs.</summary>
/// <param name="commands">The seam to them.</param>
internal sealed class CommandStepHandler(ICommandRunner commands) : StepHandler<CommandStep>
{
    protected override async Task ExecuteAsync(CommandStep step, StepOutput output, CancellationToken cancellation)
    {
        var outcome = await commands.RunAsync(step.Line, output.Line, cancellation);
        if (outcome.ExitCode == 0)
        {
            return;
        }

        var reason = $"exit code {outcome.ExitCode}: {string.Join(Environment.NewLine + "  ", outcome.LastErrors)}";
        if (!step.MayFail)
        {
            throw StepFailure.Of(step, reason);
        }

        output.Note($"{step.Command}: {reason}; going on without");
    }
}
