using Slipway.Compose.Text;

namespace Slipway.Compose.Editing;

/// <summary>An entry to be written.</summary>
/// <param name="Key">The key, variables and quotes apart as YAML reads it.</param>
internal sealed record NewEntry(string Key, NewValue Value)
{
    /// <summary>The key of a merge.</summary>
    public const string Merge = "<<";

    /// <summary>The entry in one line of a flow map.</summary>
    public string Flow(bool json) => $"{(json ? YamlScalar.Quoted(Key) : KeyText)}: {Value.Flow(json)}";

    /// <summary>The entry in a block map.</summary>
    public string Block(int indent, int step, string newLine) => $"{KeyText}:{Value.AfterKey(indent, step, newLine)}";

    private string KeyText => Key == Merge ? Key : YamlScalar.Key(Key);
}
