using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>There is no .dockerignore.</summary>
internal sealed class MissingIgnoreFile() : DockerfileRule(new(
    "SLD105",
    Severity.Warning,
    "Say in .dockerignore what isn't part of the build",
    "Without it the whole folder is sent to the engine, and a COPY of a folder is rebuilt for files that have nothing to do with it."))
{
    public override IEnumerable<Finding> Check(LintContext context)
    {
        if (!context.Build.IsKnown || context.Build.Ignore is not null)
        {
            yield break;
        }

        var copies = context.Steps.Where(CopyMap.CopiesContext).ToList();
        if (copies.Count == 0)
        {
            yield break;
        }

        var allowed = copies.SelectMany(CopyMap.Sources).Distinct(StringComparer.Ordinal).ToList();
        var file = AllowList.Of(context, allowed);
        yield return At(
            context,
            copies[0].Instruction.Span,
            $"{context.Build.IgnorePath} is missing{IgnoreGain.Of(context.Build, file)}",
            file is null
                ? Fix.Refused("the whole folder is copied, so which of its files the image needs is for its authors to say")
                : Fix.Create("sends what the Dockerfile copies and nothing else", new(context.Build.IgnorePath, file)));
    }
}
