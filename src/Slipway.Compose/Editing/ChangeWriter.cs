using System.Collections.Immutable;
using System.Globalization;
using Slipway.Findings.Fixes;

namespace Slipway.Compose.Editing;

/// <summary>Walks to the map of a change, and decides at each alias and merge key where the change is written.</summary>
internal sealed class ChangeWriter(string text, string newLine, Sharing sharing)
{
    private readonly EntryWriter _writer = new(text, newLine);

    /// <exception cref="EditRefusedException">The change can't be written.</exception>
    public ImmutableArray<TextEdit> Write(ComposeValue root, ComposeChange change)
    {
        _writer.UseStepOf((SourceMap)root.Source);
        var (value, holder) = (root, (Place?)null);
        for (var index = 0; index < change.Path.Length; index++)
        {
            var rest = change with { Path = change.Path[(index + 1)..] };
            var next = Step(value, change.Path[index], rest, out var edits);
            if (next is null)
            {
                return edits;
            }

            (value, holder) = (value.At([change.Path[index]])!, next);
            if (value.IsNull)
            {
                return [.. _writer.Replace(holder, Fresh(rest))];
            }
        }

        if (!value.IsMap)
        {
            throw new EditRefusedException("it is no map");
        }

        return WriteEntries((SourceMap)value.Source, value, holder, change.Entries);
    }

    /// <summary>Goes one key further, or makes the edits when the rest of the change has to be written here.</summary>
    private Place? Step(ComposeValue value, string key, ComposeChange rest, out ImmutableArray<TextEdit> edits)
    {
        edits = [];
        if (value.Source is SourceList list)
        {
            return StepIntoList(value, list, key, rest, out edits);
        }

        if (value.Source is not SourceMap map)
        {
            throw new EditRefusedException("it is no map");
        }

        if (value.Find(key) is not { } entry)
        {
            edits = [_writer.Add(map, [new(key, Fresh(rest))])];
            return null;
        }

        var place = new Place(entry.Source.Value, entry.Source, map.Find(key) is null ? null : map);
        if (sharing == Sharing.Keep)
        {
            return place with { Map = place.Map ?? HolderOf(value, entry) };
        }

        if (entry.IsMerged)
        {
            edits = [_writer.Add(map, [new(key, Changed(entry.Value, rest, null))])];
            return null;
        }

        if (entry.Source.Value is not SourceAlias alias)
        {
            return place;
        }

        edits = [.. _writer.Replace(place, Changed(entry.Value, rest, alias.Name))];
        return null;
    }

    private Place? StepIntoList(ComposeValue value, SourceList list, string key, ComposeChange rest, out ImmutableArray<TextEdit> edits)
    {
        edits = [];
        if (!int.TryParse(key, CultureInfo.InvariantCulture, out var index) || index < 0 || index >= list.Items.Length)
        {
            throw new EditRefusedException($"the list has no item {key}");
        }

        if (list.Items[index] is SourceAlias alias && sharing == Sharing.Split)
        {
            edits = [new(alias.Span, Changed(value.Items[index], rest, alias.Name).Flow(json: false))];
            return null;
        }

        return new(list.Items[index], null, null);
    }

    private ImmutableArray<TextEdit> WriteEntries(SourceMap map, ComposeValue value, Place? holder, ImmutableArray<(string Key, NewValue? Value)> entries)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var added = ImmutableArray.CreateBuilder<NewEntry>();
        foreach (var (key, wanted) in entries)
        {
            var known = value.Find(key);
            var own = map.Find(key);
            if (wanted is null && known is not null)
            {
                edits.AddRange(own is null ? throw new EditRefusedException($"{key} comes from another map") : _writer.Remove(map, own, holder));
            }
            else if (wanted is not null && own is null && (known is null || sharing == Sharing.Split))
            {
                added.Add(new(key, wanted));
            }
            else if (wanted is not null)
            {
                edits.AddRange(ReplaceValue(own ?? known!.Source, own is null ? HolderOf(value, known!) : map, wanted));
            }
        }

        if (added.Count > 0)
        {
            edits.Add(_writer.Add(map, added.ToImmutable()));
        }

        return edits.ToImmutable();
    }

    private IEnumerable<TextEdit> ReplaceValue(SourceEntry entry, SourceMap? holder, NewValue wanted) =>
        entry.Value is SourceAlias alias && sharing == Sharing.Keep
            ? _writer.Replace(new(alias.Target, null, null), wanted)
            : _writer.Replace(new(entry.Value, entry, holder), wanted);

    /// <summary>The map in which a merged entry is written.</summary>
    private static SourceMap? HolderOf(ComposeValue value, ComposeEntry entry)
    {
        var map = (SourceMap)value.Source;
        if (map.Entries.Contains(entry.Source))
        {
            return map;
        }

        foreach (var merge in map.Entries.Where(o => o.IsMerge))
        {
            var resolved = new ValueResolver().Resolve(merge.Value);
            foreach (var one in resolved.IsList ? resolved.Items : [resolved])
            {
                if (HolderOf(one, entry) is { } holder)
                {
                    return holder;
                }
            }
        }

        return null;
    }

    private static NewValue Fresh(ComposeChange rest)
    {
        var value = NewValue.Map([.. rest.Entries.Where(e => e.Value is not null).Select(e => new NewEntry(e.Key, e.Value!))]);
        return rest.Path.Reverse().Aggregate(value, (i, k) => NewValue.Map(new NewEntry(k, i)));
    }

    /// <summary>A shared value with a change made to it: the change alone where a merge key brings the rest.</summary>
    private static NewValue Changed(ComposeValue value, ComposeChange rest, string? alias)
    {
        if (value.IsNull)
        {
            return Fresh(rest);
        }

        if (!value.IsMap)
        {
            throw new EditRefusedException("it is no map");
        }

        var changed = (rest.Path.IsEmpty ? rest.Entries.Select(e => e.Key) : [rest.Path[0]]).ToList();
        return alias is not null && (rest.Path.Length > 0 || rest.Entries.All(e => e.Value is not null))
            ? NewValue.Map([new(NewEntry.Merge, NewValue.Alias(alias)), .. changed.Select(ChangedEntry).OfType<NewEntry>()])
            : NewValue.Map([.. value.Entries.Select(e => e.Key).Union(changed).Select(ChangedEntry).OfType<NewEntry>()]);

        NewEntry? ChangedEntry(string key)
        {
            if (!changed.Contains(key))
            {
                return new(key, Copy(value.Get(key)!));
            }

            if (rest.Path.IsEmpty)
            {
                return rest.Entries.First(e => e.Key == key).Value is { } wanted ? new(key, wanted) : null;
            }

            var inner = rest with { Path = rest.Path[1..] };
            return new(key, value.Get(key) is { } old ? Changed(old, inner, null) : Fresh(inner));
        }
    }

    private static NewValue Copy(ComposeValue value) =>
        NewValue.CopyOf(value) ?? throw new EditRefusedException($"the tag of a shared value can't be copied");
}
