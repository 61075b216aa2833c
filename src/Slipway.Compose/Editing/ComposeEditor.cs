using System.Collections.Immutable;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Editing;

/// <summary>
/// Finds the edits that change what compose gets from a file, and nothing else. Each is tried out: the edited text is read
/// anew, and an edit that would change more or less than was asked for is refused.
/// </summary>
/// <param name="document">The file.</param>
internal sealed class ComposeEditor(ComposeDocument document)
{
    /// <summary>Makes the edits for a change.</summary>
    /// <param name="change">What to change.</param>
    /// <param name="sharing">What to do about shared values.</param>
    /// <returns>The edits or the refusal.</returns>
    public DocumentEdit Make(ComposeChange change, Sharing sharing)
    {
        if (!document.HasPlainLines)
        {
            return DocumentEdit.Refused("the file has line breaks that not every program takes for such");
        }

        if (RootFor(change.Path) is not { } root)
        {
            return DocumentEdit.Refused("the file is empty");
        }

        try
        {
            var left = change with { Entries = [.. change.Entries.Where(e => !IsDone(document.Roots, change.Path, e, withAlias: false))] };
            if (left.Entries.IsEmpty)
            {
                return new([], [], null);
            }

            return Verify(left, new ChangeWriter(document.Source.Text, document.Source.NewLine, sharing).Write(root, left), sharing);
        }
        catch (EditRefusedException refusal)
        {
            return DocumentEdit.Refused(refusal.Message);
        }
    }

    private DocumentEdit Verify(ComposeChange change, ImmutableArray<TextEdit> edits, Sharing sharing)
    {
        // Two entries may have one value through an alias.
        var ordered = edits.OrderBy(e => e.Span.Start).ToList();
        if (ordered.Count == 0 || ordered.Zip(ordered.Skip(1)).Any(p => p.First.Span.Conflicts(p.Second.Span)))
        {
            return DocumentEdit.Refused("its edits get into each other's way");
        }

        var set = new EditSet();
        set.TryAdd(Fix.Of("change", edits.AsSpan()));

        var (after, problem) = ComposeDocument.Read(set.Apply(document.Source));
        if (after is null || after.Roots.Length != document.Roots.Length)
        {
            return DocumentEdit.Refused($"the file can't be edited there: {problem?.Message}");
        }

        var others = new List<string>();
        var elsewhere = false;
        foreach (var (before, now) in document.Roots.Zip(after.Roots))
        {
            foreach (var path in ValueDifference.Of(before, now).Where(p => !IsAskedFor(change, p)))
            {
                elsewhere |= !path[0].StartsWith("x-", StringComparison.Ordinal) && !IsAlike(change, path);
                others.Add(path is ["services", var service, ..] ? service : string.Join('.', path));
            }
        }

        if (!change.Entries.All(e => IsDone(after.Roots, change.Path, e, withAlias: true)))
        {
            return DocumentEdit.Refused("what is written elsewhere would still win");
        }

        var reached = others.Where(o => !o.StartsWith("x-", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return sharing == Sharing.Split && others.Count > 0
            ? DocumentEdit.Refused($"{string.Join(", ", others.Distinct(StringComparer.Ordinal))} would change as well")
            : new(edits, reached, null) { ReachesElsewhere = elsewhere };
    }

    /// <summary>The same change of another service.</summary>
    private static bool IsAlike(ComposeChange change, ImmutableArray<string> path) =>
        path is ["services", _, ..] && change.Entries.Any(e => change.Path.Add(e.Key).Skip(2).Zip(path.Skip(2)).All(p => p.First == p.Second));

    /// <summary>A difference at or below what was asked for, or above it where a map had to be made on the way.</summary>
    private bool IsAskedFor(ComposeChange change, ImmutableArray<string> path)
    {
        if (path.Length > change.Path.Length)
        {
            return path.Take(change.Path.Length).SequenceEqual(change.Path) && change.Entries.Any(e => e.Key == path[change.Path.Length]);
        }

        return change.Path.Take(path.Length).SequenceEqual(path) && document.Roots.All(r => r.At(path) is null or { IsNull: true });
    }

    /// <summary>
    /// Whether an entry means what is wanted. A wanted value with an alias can't be read by itself: there the answer is the one that is given.
    /// </summary>
    private static bool IsDone(ImmutableArray<ComposeValue> roots, ImmutableArray<string> path, (string Key, NewValue? Value) entry, bool withAlias)
    {
        var now = roots.Select(r => r.At(path.Add(entry.Key))).LastOrDefault(v => v is not null);
        if (entry.Value is null || now is null)
        {
            return entry.Value is null && now is null;
        }

        return ComposeDocument.Read(SourceText.From("", $"wanted: {entry.Value.Flow(json: false)}")).Document is { } wanted
            ? ValueDifference.Same(now, wanted.Roots[0].Get("wanted")!)
            : withAlias;
    }

    private ComposeValue? RootFor(ImmutableArray<string> path)
    {
        for (var length = path.Length; length > 0; length--)
        {
            if (document.Roots.LastOrDefault(r => r.At(path[..length]) is not null) is { } found)
            {
                return found;
            }
        }

        return document.Roots.LastOrDefault();
    }
}
