using Cake.Frosting;
using Slipway.Engine.Errors;
using Slipway.Linting.Commands;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Finds what makes builds and deployments slow or unsafe, and changes nothing.</summary>
[TaskName(nameof(Lint))]
[TaskDescription(TargetDescriptions.Lint)]
public sealed class Lint(CommandLineOptions commandLine) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var code = context.Answer((o, e) => new LintCommand(LintOptionsReader.Read(commandLine)).Lint(o, e));
        if (code == ExitCode.Failed)
        {
            // What the user asked for besides must not happen, just as in a chain of commands.
            throw new SlipwayException(code, "Lint: there are findings as severe as --fail-on says").ForCake();
        }
    }
}
