using System.Collections.Immutable;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Fixes;

/// <summary>How a finding is mended, or why it isn't.</summary>
public sealed record Fix
{
    private Fix(string reason, ImmutableArray<TextEdit> edits, NewFile? file) => (Reason, Edits, File) = (reason, edits, file);

    /// <summary>What the fix does and why that is safe; of a refusal, why nothing is done. Without a full stop.</summary>
    public string Reason { get; }

    /// <summary>What changes, in the order of the file, none overlapping another; none for a refusal.</summary>
    public ImmutableArray<TextEdit> Edits { get; }

    /// <summary>A file that the fix writes besides, or instead.</summary>
    public NewFile? File { get; }

    /// <summary>Whether nothing is changed, for the reason given.</summary>
    public bool IsRefused => Edits.IsEmpty && File is null;

    /// <summary>A fix that edits text.</summary>
    /// <param name="reason">What it does and why that is safe.</param>
    /// <param name="edits">The edits, in any order.</param>
    /// <returns>The fix.</returns>
    /// <exception cref="ArgumentException">There is no edit, or two of them get into each other's way.</exception>
    public static Fix Of(string reason, params ReadOnlySpan<TextEdit> edits)
    {
        ImmutableArray<TextEdit> ordered = [.. edits.ToArray().OrderBy(e => e.Span.Start)];
        if (ordered.IsEmpty || ordered.Zip(ordered.Skip(1)).Any(p => p.First.Span.Conflicts(p.Second.Span)))
        {
            throw new ArgumentException("A fix has at least one edit, and none overlaps another.", nameof(edits));
        }

        return new(reason, ordered, null);
    }

    /// <summary>A fix that replaces one piece of text.</summary>
    /// <param name="reason">What it does and why that is safe.</param>
    /// <param name="span">What goes.</param>
    /// <param name="text">What comes.</param>
    /// <returns>The fix.</returns>
    public static Fix Replace(string reason, TextSpan span, string text) => Of(reason, new TextEdit(span, text));

    /// <summary>A fix that writes a file where there is none.</summary>
    /// <param name="reason">What it does and why that is safe.</param>
    /// <returns>The fix.</returns>
    public static Fix Create(string reason, NewFile file) => new(reason, [], file);

    /// <summary>No fix.</summary>
    /// <param name="reason">Why not: what can't be known, or who has to decide.</param>
    /// <returns>The refusal.</returns>
    public static Fix Refused(string reason) => new(reason, [], null);
}
