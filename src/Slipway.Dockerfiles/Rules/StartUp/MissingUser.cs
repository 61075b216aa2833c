using Slipway.Dockerfiles.Contexts;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.StartUp;

/// <summary>The application runs as root.</summary>
internal sealed class MissingUser() : DockerfileRule(new(
    "SLD208",
    Severity.Info,
    "Run the application as a user of its own",
    "Without USER it is root in the container, and so is whoever breaks into it.",
    "which files the user has to be able to write isn't known here"))
{
    private static readonly string[] Without = ["nonroot", "rootless", "unprivileged"];

    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (context.Final is not { } final
            || final.RootImage == "scratch"
            || final.After.User is not null
            || WindowsStage.Is(context, final)
            || Without.Any(w => final.RootImage.Contains(w, StringComparison.Ordinal)))
        {
            yield break;
        }

        var start = final.Chain().SelectMany(s => s.Steps.Reverse()).FirstOrDefault(s => s.Is("CMD") || s.Is("ENTRYPOINT"));
        if (start is not null)
        {
            yield return At(context, start.Instruction.KeywordSpan, "there is no USER, so this runs as the user of the base image, which is root in most");
        }
    }
}
