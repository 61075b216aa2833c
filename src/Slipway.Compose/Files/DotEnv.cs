using System.Text;

namespace Slipway.Compose.Files;

/// <summary>Reads the variables of a file <c>.env</c> as compose does (docs.docker.com, "Syntax for .env files").</summary>
public static class DotEnv
{
    /// <summary>The name of the file that compose reads by itself.</summary>
    public const string FileName = ".env";

    /// <summary>Reads a file.</summary>
    /// <param name="text">Its content.</param>
    /// <param name="variable">Gives the value of a variable that is set outside, or null.</param>
    /// <returns>The variables; of one that is there twice the last value. What is no assignment is left out.</returns>
    public static IReadOnlyDictionary<string, string> Read(string text, Func<string, string?> variable)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            line = line.StartsWith("export ", StringComparison.Ordinal) ? line[7..].TrimStart() : line;
            var end = line.IndexOfAny(['=', ':']);
            if (line.StartsWith('#') || end <= 0)
            {
                continue;
            }

            var (name, value) = (line[..end].Trim(), line[(end + 1)..].Trim());
            if (value is ['"' or '\'', ..])
            {
                // A quoted value goes on over the lines until the quote ends.
                var quoted = new StringBuilder(value);
                while (Closing(quoted.ToString()) < 0 && i + 1 < lines.Length)
                {
                    quoted.Append('\n').Append(lines[++i]);
                }

                value = Unquoted(quoted.ToString(), Known);
            }
            else
            {
                value = Expanded(value.StartsWith('#') ? "" : value.Split(" #")[0].TrimEnd(), Known);
            }

            values[name] = value;
        }

        return values;

        string? Known(string name) => variable(name) ?? values.GetValueOrDefault(name);
    }

    private static int Closing(string quoted)
    {
        for (var i = 1; i < quoted.Length; i++)
        {
            if (quoted[i] == '\\' && quoted[0] == '"')
            {
                i++;
            }
            else if (quoted[i] == quoted[0])
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unquoted(string quoted, Func<string, string?> variable)
    {
        var closing = Closing(quoted);
        var inner = quoted[1..(closing < 0 ? quoted.Length : closing)];
        return quoted[0] == '\'' ? inner
            : Expanded(
                inner.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\",
                    StringComparison.Ordinal), variable);
    }

    private static string Expanded(string text, Func<string, string?> variable) =>
        text.Contains('$', StringComparison.Ordinal) ? Slipway.Compose.Text.ComposeVariables.Expand(text, variable) ?? text : text;
}
