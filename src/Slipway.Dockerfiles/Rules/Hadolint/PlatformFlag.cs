using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>The flag <c>--platform</c> of a FROM.</summary>
internal static class PlatformFlag
{
    /// <summary>The flag when it names the target platform, which is the default.</summary>
    public static Flag? IsTarget(Stage stage) => stage.From.Flag("platform") is { Value: "$TARGETPLATFORM" or "${TARGETPLATFORM}" } flag ? flag : null;

    public static Fix Removal(LintContext context, Flag flag)
    {
        var end = flag.Span.End;
        while (end < context.Source.Text.Length && context.Source.Text[end] is ' ' or '\t')
        {
            end++;
        }

        return Fix.Of("takes out what is the default", TextEdit.Delete(TextSpan.Between(flag.Span.Start, end)));
    }
}
