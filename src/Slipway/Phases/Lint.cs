using Cake.Frosting;
using Slipway.Errors;
using Slipway.Linting;

namespace Slipway.Phases;

/// <summary>Finds what makes builds and deployments slow or unsafe, and changes nothing.</summary>
/// <param name="request">What is asked for.</param>
[TaskName(nameof(Lint))]
[TaskDescription("Finds what makes builds and deployments slow or unsafe; changes nothing.")]
public sealed class Lint(LintRequest request) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context)
    {
        var code = context.Answer(request.Lint);
        if (code == ExitCode.Failed)
        {
            // What the user asked for besides must not happen, just as in a chain of commands.
            throw new SlipwayException(code, "Lint: there are findings as severe as --fail-on says").ForCake();
        }
    }
}
