using Slipway.Compose.Editing;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Health;

/// <summary>The word NONE where a list is needed.</summary>
internal sealed class TextNone() : ComposeRule(new(
    "SLC101",
    Severity.Error,
    "Switch a health check off with [\"NONE\"]",
    "As a text it is a command of that name, which no image has: the service never becomes healthy."))
{
    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var service in context.Project.Services)
        {
            if (DeclaredCheck.Of(service) is not { IsTextNone: true, Test: { Value.Text: { } text } test })
            {
                continue;
            }

            var fix = Change(context, test, "switches the check off, as was meant", ["healthcheck"], ("test", NewValue.Words(["NONE"])));
            yield return At(test.Document, test.Value.Source, $"the text {text} is run as a command and fails forever", fix);
        }
    }
}
