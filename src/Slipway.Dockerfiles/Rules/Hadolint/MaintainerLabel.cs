using Slipway.Dockerfiles.Stages;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>Writes a MAINTAINER as a label.</summary>
internal static class MaintainerLabel
{
    public static Fix Of(Step step)
    {
        var rest = step.Instruction.Rest;
        if (step.Instruction.InnerComments.Count > 0 || rest.Length == 0 || rest.Span.Length != rest.Length || rest.Text.AsSpan().IndexOfAny("\"'$\\`") >= 0)
        {
            return Fix.Refused("the text has characters that mean something in a label");
        }

        var keyword = char.IsAsciiLetterLower(step.Instruction.Keyword[0]) ? "label" : "LABEL";
        return Fix.Replace(
            "the label that took its place", TextSpan.Between(step.Instruction.KeywordSpan.Start, rest.Span.End),
            $"{keyword} org.opencontainers.image.authors=\"{rest.Text}\"");
    }
}
