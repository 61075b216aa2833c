using System.Collections.Immutable;

namespace Slipway.Compose.Editing;

/// <summary>Compares what compose gets from two files.</summary>
internal static class ValueDifference
{
    /// <summary>The longest paths below which two values differ; empty when they mean the same.</summary>
    public static IEnumerable<ImmutableArray<string>> Of(ComposeValue? before, ComposeValue? after) => Of(before, after, []);

    /// <summary>Whether two values mean the same, however their texts are quoted.</summary>
    public static bool Same(ComposeValue one, ComposeValue other)
    {
        if (one.IsMap != other.IsMap || one.IsList != other.IsList)
        {
            return false;
        }

        if (one.IsMap)
        {
            return one.Entries.Length == other.Entries.Length && one.Entries.All(e => other.Get(e.Key) is { } value && Same(e.Value, value));
        }

        return one.IsList
            ? one.Items.Length == other.Items.Length && one.Items.Zip(other.Items).All(p => Same(p.First, p.Second))
            : one.Text == other.Text;
    }

    private static IEnumerable<ImmutableArray<string>> Of(ComposeValue? before, ComposeValue? after, ImmutableArray<string> path)
    {
        if (before?.Digest == after?.Digest)
        {
            return [];
        }

        if (before is { IsMap: true } && after is { IsMap: true } && before.Source.Tag == after.Source.Tag)
        {
            return before.Entries.Concat(after.Entries).Select(e => e.Key).Distinct(StringComparer.Ordinal)
                .SelectMany(k => Of(before.Get(k), after.Get(k), path.Add(k)));
        }

        if (before is { IsList: true } && after is { IsList: true } && before.Items.Length == after.Items.Length && before.Source.Tag == after.Source.Tag)
        {
            return before.Items.Zip(after.Items)
                .SelectMany((p, i) => Of(p.First, p.Second, path.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        }

        return [path];
    }
}
