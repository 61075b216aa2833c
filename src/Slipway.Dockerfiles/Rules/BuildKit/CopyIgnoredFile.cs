using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>COPY of what .dockerignore leaves out.</summary>
internal sealed class CopyIgnoredFile()
    : StepRule(new(
        "CopyIgnoredFile", Severity.Warning, "Don't copy what .dockerignore leaves out",
        "The engine isn't sent the file, so the build fails or goes on without it.", "whether the pattern or the COPY is wrong isn't known"), "COPY", "ADD")
{
    protected override IEnumerable<Finding> Check(LintContext context, Step step)
    {
        // Patterns that take others back can keep a part of what is copied.
        if (context.Build.Ignore is not { HasExceptions: false } ignore || !CopyMap.CopiesContext(step))
        {
            return [];
        }

        return CopyMap.Sources(step).Where(s => CopyMap.IsWhole(s) ? ignore.Ignores("any-name") && ignore.Ignores("another") : ignore.Ignores(s))
            .Select(s => At(context, step.Instruction.Span, $"{context.Build.IgnorePath} leaves out {s}"));
    }
}
