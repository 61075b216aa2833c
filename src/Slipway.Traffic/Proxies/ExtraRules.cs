using Slipway.Traffic.Requests;

namespace Slipway.Traffic.Proxies;

/// <summary>What the user's own lines must fulfil so that they stay where they are put. What they mean the proxy itself says.</summary>
internal static class ExtraRules
{
    /// <summary>The first line that closes a block which it has not opened, or leaves one open; null when there is none.</summary>
    public static ExtraLine? Unbalanced(IReadOnlyList<ExtraLine> lines)
    {
        var (depth, quote, opened) = (0, '\0', default(ExtraLine));
        foreach (var line in lines)
        {
            var escaped = false;
            for (var i = 0; i < line.Text.Length; i++)
            {
                var c = line.Text[i];
                if (escaped || c == '\\')
                {
                    escaped = !escaped;
                }
                else if (quote != '\0')
                {
                    quote = c == quote ? '\0' : quote;
                }
                else if (c == '#' && (i == 0 || char.IsWhiteSpace(line.Text[i - 1]) || line.Text[i - 1] is ';' or '{' or '}'))
                {
                    break;
                }
                else if (c is '"' or '\'' or '`')
                {
                    (quote, opened) = (c, line);
                }
                else if (c == '{')
                {
                    (depth, opened) = (depth + 1, line);
                }
                else if (c == '}' && --depth < 0)
                {
                    return line;
                }
            }
        }

        return depth == 0 && quote == '\0' ? null : opened;
    }

    /// <summary>The first line that begins with one of the words; null when there is none.</summary>
    public static ExtraLine? BeginsWith(IReadOnlyList<ExtraLine> lines, IReadOnlyCollection<string> words) =>
        lines.FirstOrDefault(l => words.Contains(l.Text.Trim().Split(' ', '\t')[0]));
}
