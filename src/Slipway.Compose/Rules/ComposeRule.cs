using System.Collections.Immutable;
using Slipway.Compose.Editing;
using Slipway.Compose.Projects;
using Slipway.Findings;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Rules;

/// <summary>One thing to look for in compose files.</summary>
/// <param name="info">What it is about.</param>
internal abstract class ComposeRule(RuleInfo info)
{
    public RuleInfo Info => info;

    /// <summary>Looks at an application. Findings of other files than the one of the context are left out by the caller.</summary>
    public abstract IEnumerable<Finding> Check(ComposeLintContext context);

    protected Finding At(PlacedValue place, string message, Fix? fix = null) => At(place.Document, place.Entry.Source.Key, message, fix);

    protected Finding At(ComposeDocument document, SourceNode node, string message, Fix? fix = null) =>
        Finding.At(info, document.Source, node.Span, message, fix);

    /// <summary>A fix that changes a file, or the refusal. Where a value is shared, all that share it are changed and named.</summary>
    protected static Fix Change(ComposeDocument document, string reason, ImmutableArray<string> map, params ImmutableArray<(string Key, NewValue? Value)> entries)
    {
        var edit = new ComposeEditor(document).Make(new(map, entries), Sharing.Keep);
        if (edit.Refusal is { } refusal) return Fix.Refused($"it can't be written there: {refusal}");
        if (edit.Edits.IsEmpty) return Fix.Refused("it is written there already");

        var others = edit.AlsoChanged.IsEmpty ? "" : $"; {string.Join(", ", edit.AlsoChanged)} shares it and changes as well";
        return Fix.Of(reason + others, edit.Edits.AsSpan());
    }

}
