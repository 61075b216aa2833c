using System.Text;

namespace Slipway.Compose.Text;

/// <summary>Fills in the variables of a compose file: <c>$NAME</c>, <c>${NAME:-default}</c> and the like, nested too.</summary>
internal static class ComposeVariables
{
    /// <summary>Fills in variables.</summary>
    /// <param name="text">The text as written.</param>
    /// <param name="variable">Gives a variable's value, or null when nobody knows it.</param>
    /// <returns>The text, or null when it depends on a variable that nobody knows.</returns>
    public static string? Expand(string text, Func<string, string?> variable)
    {
        var result = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '$')
            {
                result.Append(text[index]);
                continue;
            }

            index++;
            if (index >= text.Length)
            {
                return null;
            }

            if (text[index] == '$')
            {
                result.Append('$');
                continue;
            }

            var value = text[index] == '{' ? Braced(text, ref index, variable) : Bare(text, ref index, variable);
            if (value is null)
            {
                return null;
            }

            result.Append(value);
        }

        return result.ToString();
    }

    private static string? Bare(string text, ref int index, Func<string, string?> variable)
    {
        var start = index;
        while (index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '_'))
        {
            index++;
        }

        return variable(text[start..index--]);
    }

    private static string? Braced(string text, ref int index, Func<string, string?> variable)
    {
        var start = index + 1;
        var depth = 0;
        for (; index < text.Length; index++)
        {
            if (text[index] == '{')
            {
                depth++;
            }
            else if (text[index] == '}' && --depth == 0)
            {
                break;
            }
        }

        if (index >= text.Length)
        {
            return null;
        }

        var inner = text[start..index];
        var end = 0;
        while (end < inner.Length && (char.IsAsciiLetterOrDigit(inner[end]) || inner[end] == '_'))
        {
            end++;
        }

        var (value, rest) = (variable(inner[..end]), inner[end..]);
        var mustBeFull = rest.StartsWith(':');
        var isThere = value is not null && !(mustBeFull && value.Length == 0);
        return rest.TrimStart(':') switch
        {
            "" => value,
            ['-', .. var otherwise] => isThere ? value : Expand(otherwise, variable),
            ['+', .. var instead] => isThere ? Expand(instead, variable) : "",
            _ => isThere ? value : null,
        };
    }
}
