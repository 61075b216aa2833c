using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>FROM makes no image without build arguments.</summary>
internal sealed class InvalidDefaultArgInFrom()
    : StageRule(new(
        "InvalidDefaultArgInFrom", Severity.Warning, "Give the arguments of FROM a default",
        "Without build arguments the name of the image is empty or malformed, and the build fails.", "which default was meant isn't known"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        if (stage.From.Words is not [var word, ..] || !word.Text.Contains('$', StringComparison.Ordinal))
        {
            yield break;
        }

        var expansion = Expander.Expand(word.Text, n => context.Globals.GetValueOrDefault(n), new() { Escape = context.File.Escape });
        var image = expansion.Text;
        var isValid = expansion.Error is null
            && image.Length > 0
            && char.IsAsciiLetterOrDigit(image[0])
            && image[^1] is not (':' or '/' or '@' or '-' or '.')
            && !image.Contains("::", StringComparison.Ordinal)
            && !image.Contains("//", StringComparison.Ordinal)
            && !image.Any(char.IsWhiteSpace);
        if (!isValid)
        {
            yield return At(context, word.Span, $"{word.Text} is no image when the build is given no arguments");
        }
    }
}
