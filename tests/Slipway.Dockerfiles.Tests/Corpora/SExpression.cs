using System.Globalization;
using System.Text;
using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Tests.Corpora;

/// <summary>Writes a parsed file as the engine's own parser tests do.</summary>
internal static class SExpression
{
    public static string Of(Dockerfile file) => string.Join('\n', file.Instructions.Select(Of));

    private static string Of(Instruction instruction)
    {
        var parts = new List<string> { instruction.Keyword.ToLowerInvariant() };
        if (instruction.Flags.Count > 0)
        {
            parts.Add($"[{string.Join(' ', instruction.Flags.Select(f => Quote(f.ToString())))}]");
        }

        if (instruction.Trigger is { } trigger)
        {
            parts.Add(Of(trigger));
        }
        else if (instruction.Is("ENV") || instruction.Is("LABEL"))
        {
            parts.AddRange(instruction.Pairs.SelectMany(p => (string[])[Quote(p.Key.Text), Quote(p.Value!.Text), instruction.IsLegacyPair ? "\"\"" : "\"=\""]));
        }
        else
        {
            parts.AddRange(instruction.Words.Select(w => Quote(w.Text)));
        }

        return $"({string.Join(' ', parts)})";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\v' => "\\v",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => character.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
