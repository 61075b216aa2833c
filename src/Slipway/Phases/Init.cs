using Cake.Frosting;
using Slipway.Engine.Errors;
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
        context.Answer((o, _) => Answer(new(commandLine.Folder()), o));

    private ExitCode Answer(InitCommand init, TextWriter output) =>
        commandLine.Value("explain") is { } service ? init.Explain(service, output) : init.Run(output, answers: null);
}
