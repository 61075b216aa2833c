using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Packages;
using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>The image that runs holds the tools that built it.</summary>
internal sealed class MultiStageWanted() : DockerfileRule(new(
    "SLD109",
    Severity.Info,
    "Build in one stage, run in another",
    "Compilers and sources in the final image are pulled at every deployment, and each change of them moves all layers above.",
    "which files the application needs to run isn't known here"))
{
    private static readonly string[] Compilers =
        ["build-essential", "gcc", "g++", "make", "cmake", "build-base", "clang", "rustc", "cargo", "golang", "maven", "gradle"];

    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (context.Final is not { } final)
        {
            yield break;
        }

        foreach (var step in final.Chain().SelectMany(s => s.Steps).Where(s => s.Is("RUN")).OrderBy(s => s.Instruction.Span.Start))
        {
            foreach (var command in step.Script.Commands)
            {
                if (Leaves(step, command) is { } what)
                {
                    yield return At(context, command.Span, what);
                }
            }
        }
    }

    private static string? Leaves(Step step, ShellCommand command)
    {
        if (PackageCalls.Of(command) is not { } call)
        {
            return null;
        }

        if (call.Compiles && call.Manager.Name is "go" or "cargo" or "mvn" or "gradle" && command.Verb != "test")
        {
            return $"{command.Name} {command.Verb} compiles in the stage that runs";
        }

        var compiler = call.Manager.Name is "apt-get" or "apk" or "dnf" or "yum" or "zypper"
            ? command.Operands("-t", "--virtual").FirstOrDefault(w => Compilers.Contains(w.Text))
            : null;
        var isRemoved = step.Script.Commands.Any(
            c => c.Name is "apk" && c.Verb == "del" || (c.Name is "apt-get" or "apt" && c.Verb is "purge" or "remove" or "autoremove"));
        return compiler is null || isRemoved ? null : $"{compiler.Text} stays in the image that runs";
    }
}
