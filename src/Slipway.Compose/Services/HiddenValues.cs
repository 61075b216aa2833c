using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Slipway.Compose.Text;

namespace Slipway.Compose.Services;

/// <summary>Names with values that may be secret, such as an environment: the values never show in text.</summary>
public sealed class HiddenValues
{
    private readonly Dictionary<string, string?> _values;

    internal HiddenValues(Dictionary<string, string?> values)
    {
        _values = values;
        Names = [.. values.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads a map of the JSON that compose prints.</summary>
    internal static HiddenValues Of(JsonValue parent, string key)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var entry in parent.Entries(key))
        {
            values[entry.Name] = entry.IsNull ? null : entry.Text;
        }

        return values.Count == 0 ? None : new(values);
    }

    /// <summary>No values at all.</summary>
    public static HiddenValues None { get; } = new([]);

    /// <summary>The names, sorted.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many there are.</summary>
    public int Count => _values.Count;

    /// <summary>Gets a value for use, never for show.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="value">The value; null when it is absent or set without one.</param>
    /// <returns>Whether the name is set to a value.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out string? value) =>
        _values.TryGetValue(name, out value) && value is not null;

    /// <summary>The names without their values.</summary>
    /// <returns>The names, separated by commas.</returns>
    public override string ToString() => string.Join(", ", Names);
}
