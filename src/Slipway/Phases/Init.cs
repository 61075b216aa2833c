using Cake.Frosting;
using Slipway.Linting.Init;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Writes slipway.yaml for a compose application that has none, with a comment for each guess.</summary>
[TaskName(nameof(Init))]
[TaskDescription(TargetDescriptions.Init)]
public sealed class Init(CommandLineOptions commandLine) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context) =>
        context.Answer((o, _) => new InitCommand(commandLine.Folder()).Run(o, answers: null));
}
