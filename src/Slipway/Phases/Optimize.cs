using Cake.Frosting;
using Slipway.Graph.Tasks;
using Slipway.Linting.Commands;
using Slipway.Options;

namespace Slipway.Phases;

/// <summary>Shows how what Lint finds is mended; with <c>--apply</c> mends it, with <c>--verify</c> tries it on the engine.</summary>
[TaskName(nameof(Optimize))]
[TaskDescription(TargetDescriptions.Optimize)]
public sealed class Optimize(CommandLineOptions commandLine) : FrostingTask<SlipwayContext>
{
    /// <inheritdoc/>
    public override void Run(SlipwayContext context) => context.SucceedWith(context.Answer((output, errors) =>
    {
        var options = LintOptionsReader.Read(commandLine);
        var command = new LintCommand(options);
        return options.Verify
            ? command.VerifyAsync(output, errors, context.CancellationToken()).GetAwaiter().GetResult()
            : command.Optimize(output, errors);
    }));
}
