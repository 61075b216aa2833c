using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Cache;

/// <summary>A COPY brings more than the image needs.</summary>
internal sealed class WideCopy() : StepRule(
    new(
        "SLD108",
        Severity.Info,
        "Copy what the image needs, not all there is",
        "Every file that is copied is part of the cache key: a change of a test or of the README rebuilds all steps below.",
        "which of the files the application needs is for its authors to say; .dockerignore is the place"),
    "COPY",
    "ADD")
{
    private static readonly string[] Needless =
    [
        "test", "tests", "spec", "docs", "doc", ".github", ".gitlab-ci.yml", ".vscode", ".idea", "README.md", "CHANGELOG.md", "LICENSE", "Dockerfile",
        "docker-compose.yml", "docker-compose.yaml", "compose.yaml", "compose.yml", "Makefile", "coverage", ".env",
    ];

    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        if (!CopyMap.CopiesContext(step) || !CopyMap.Sources(step).Any(CopyMap.IsWhole))
        {
            yield break;
        }

        var needless = Needless.Where(context.Build.Sends).ToList();
        if (context.Build.RepositoryBytes > 0 && context.Build.Ignore?.Ignores(".git") != true)
        {
            needless.Insert(0, ".git");
        }

        if (needless.Count > 0)
        {
            yield return At(
                context, step.Instruction.Span,
                $"copies {string.Join(", ", needless.Take(6))}{(needless.Count > 6 ? $" and {needless.Count - 6} more" : string.Empty)} along");
        }
    }
}
