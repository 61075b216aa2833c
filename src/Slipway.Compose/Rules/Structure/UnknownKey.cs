using System.Collections.Frozen;
using Slipway.Compose.Editing;
using Slipway.Findings;

namespace Slipway.Compose.Rules.Structure;

/// <summary>A key that no version of Compose knows.</summary>
internal sealed class UnknownKey() : ComposeRule(new(
    "SLC002",
    Severity.Error,
    "Write keys that compose knows",
    "Compose refuses the whole file for one key that it doesn't know, except for those that begin with x-.",
    "only its author knows what was meant"))
{
    /// <summary>A word that differs by more letters is another word.</summary>
    private const int MostDifferences = 2;

    public override IEnumerable<Finding> Check(ComposeLintContext context)
    {
        foreach (var root in context.File.Document!.Roots)
        {
            foreach (var finding in Look(context, root, KnownKeys.Top, "a compose file"))
            {
                yield return finding;
            }

            foreach (var service in root.Get("services")?.Entries ?? [])
            {
                foreach (var finding in Look(context, service.Value, KnownKeys.Service, "a service"))
                {
                    yield return finding;
                }

                foreach (var (key, known) in KnownKeys.Inner)
                {
                    foreach (var finding in service.Value.Get(key) is { } map ? Look(context, map, known, key) : [])
                    {
                        yield return finding;
                    }
                }
            }
        }
    }

    private IEnumerable<Finding> Look(ComposeLintContext context, ComposeValue map, FrozenSet<string> known, string what)
    {
        foreach (var entry in map.Entries)
        {
            if (known.Contains(entry.Key) || entry.Key.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            var near = known.Select(k => (Key: k, Far: Distance(entry.Key, k))).Where(o => o.Far <= MostDifferences).OrderBy(o => o.Far).FirstOrDefault().Key;
            yield return At(context.File.Document!, entry.Source.Key, $"{what} has no key {entry.Key}{(near is null ? "" : $"; did you mean {near}?")}");
        }
    }

    /// <summary>How many letters have to be changed, added or left out.</summary>
    private static int Distance(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostDifferences)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (left, diagonal) = (i, i - 1);
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j - 1] = left;
                left = Math.Min(cost, Math.Min(left, diagonal) + 1);
            }

            row[^1] = left;
        }

        return row[^1];
    }
}
