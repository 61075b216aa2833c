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

    /// <summary>A fix that changes a service where it is written, or the refusal. Where a value is shared, all that share it are changed and named.</summary>
    /// <param name="context">The application.</param>
    /// <param name="place">A value of the service in the file that is to be changed.</param>
    /// <param name="reason">What the fix does.</param>
    /// <param name="below">The keys below the service that lead to the map.</param>
    /// <param name="entries">The entries of the map.</param>
    protected static Fix Change(
        ComposeLintContext context, PlacedValue place, string reason, ReadOnlySpan<string> below,
        params ImmutableArray<(string Key, NewValue? Value)> entries)
    {
        var (editor, change) = (new ComposeEditor(place.Document), new ComposeChange(place.Path(below), entries));
        var edit = editor.Make(change, Sharing.Keep);

        // A fragment that is something else elsewhere can't be changed for all, nor one value that stands for two.
        if (edit.ReachesElsewhere || edit.Refusal is not null)
        {
            edit = editor.Make(change, Sharing.Split);
        }

        if (edit.Refusal is { } refusal)
        {
            return Fix.Refused($"it can't be written there: {refusal}");
        }

        if (edit.Edits.IsEmpty)
        {
            return Fix.Refused("it is written there already");
        }

        var others = edit.AlsoChanged.Union(context.Project.Extending(place)).Where(o => o != place.Service).Order(StringComparer.Ordinal).ToList();
        return Fix.Of(
            reason
                + (others.Count == 0 ? "" : $"; {string.Join(", ", others)} {(others.Count == 1 ? "shares it and changes" : "share it and change")} as well"),
            edit.Edits.AsSpan());
    }
}
