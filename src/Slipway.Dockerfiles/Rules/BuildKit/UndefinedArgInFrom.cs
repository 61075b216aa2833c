using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Substitution;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>FROM uses an argument that isn't declared before it.</summary>
internal sealed class UndefinedArgInFrom()
    : StageRule(new(
        "UndefinedArgInFrom", Severity.Error, "Declare the arguments of FROM before the first FROM",
        "The argument is empty there, whatever the build is given.", "which value was meant isn't known"))
{
    protected override IEnumerable<Finding> Check(LintContext context, Stage stage)
    {
        var texts = stage.From.Words.Take(1)
            .Select(w => (w.Text, w.Span))
            .Concat(stage.From.Flags.Where(f => f.Value is not null).Select(f => (f.Value!, f.Span)));
        foreach (var (text, span) in texts)
        {
            var expansion = Expander.Expand(
                text, n => context.Globals.ContainsKey(n) || Predefined.IsInFrom(n) ? string.Empty : null, new() { Escape = context.File.Escape });
            foreach (var name in expansion.Unset)
            {
                yield return At(context, span, $"{name} isn't declared before the first FROM{Suggestion.Of(name, context.Globals.Keys)}");
            }
        }
    }
}
