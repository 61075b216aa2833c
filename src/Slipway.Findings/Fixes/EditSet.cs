using System.Text;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Fixes;

/// <summary>Applies the edits of several fixes at once. All characters outside of the edits stay as they are.</summary>
public sealed class EditSet
{
    private readonly SortedList<int, TextEdit> _edits = [];

    /// <summary>Adds all edits of a fix, or none of them when one gets into the way of what was added before.</summary>
    /// <returns>Whether they were added.</returns>
    public bool TryAdd(Fix fix)
    {
        if (fix.Edits.IsEmpty || fix.Edits.Any(Conflicts))
        {
            return false;
        }

        foreach (var edit in fix.Edits)
        {
            _edits.Add(edit.Span.Start, edit);
        }

        return true;
    }

    /// <summary>Makes the new text.</summary>
    /// <param name="source">The text that the edits were made for.</param>
    /// <returns>The text with all edits applied.</returns>
    public SourceText Apply(SourceText source)
    {
        var text = new StringBuilder();
        var position = 0;
        foreach (var (start, edit) in _edits)
        {
            text.Append(source.Text, position, start - position).Append(edit.NewText);
            position = edit.Span.End;
        }

        return source.With(text.Append(source.Text, position, source.Text.Length - position).ToString());
    }

    // Edits are few and far between, so their neighbours are looked for one by one.
    private bool Conflicts(TextEdit edit) => _edits.Values.Any(e => e.Span.Conflicts(edit.Span));
}
