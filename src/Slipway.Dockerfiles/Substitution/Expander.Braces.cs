namespace Slipway.Dockerfiles.Substitution;

// What stands in braces: a variable, and what is to be done with its value.
public sealed partial class Expander
{
    private string Braced(string name)
    {
        var modifier = Next();
        var colon = modifier == ':';
        if (colon)
        {
            modifier = Next();
        }

        return modifier switch
        {
            '}' when !colon => Value(name) ?? (_options.KeepsUnset ? $"${{{name}}}" : string.Empty),
            '-' or '+' or '?' => Default(name, modifier, colon),
            '#' or '%' when !colon => Trimmed(name, modifier),
            '/' when !colon => Replaced(name),
            _ => throw new ExpansionException($"the modifier {modifier} is unknown"),
        };
    }

    private string Default(string name, char modifier, bool colon)
    {
        var word = Until('}', keepsEscapes: false).Text;
        var value = Value(name);
        if (value is null && _options.KeepsUnset)
        {
            return $"${{{name}{(colon ? ":" : string.Empty)}{modifier}{word}}}";
        }

        var missing = value is null || (colon && value.Length == 0);
        return modifier switch
        {
            '-' => missing ? word : value!,
            '+' => missing ? string.Empty : word,
            _ when missing => throw new ExpansionException($"{name}: {(word.Length > 0 ? word : value is null ? "must be set" : "must not be empty")}"),
            _ => value!,
        };
    }

    private string Trimmed(string name, char modifier)
    {
        var pattern = Until('}', keepsEscapes: true).Text;
        var value = Value(name);
        if (value is null && _options.KeepsUnset)
        {
            return $"${{{name}{modifier}{pattern}}}";
        }

        var greedy = pattern.StartsWith(modifier);
        var matcher = new VariablePattern(greedy ? pattern[1..] : pattern);
        return modifier == '#' ? matcher.TrimStart(value ?? string.Empty, greedy) : matcher.TrimEnd(value ?? string.Empty, greedy);
    }

    private string Replaced(string name)
    {
        var all = !AtEnd && _text[_position] == '/';
        if (all)
        {
            _position++;
        }

        var pattern = Until('/', keepsEscapes: true).Text;
        var replacement = Until('}', keepsEscapes: true).Text;
        var value = Value(name);
        if (value is null && _options.KeepsUnset)
        {
            return $"${{{name}/{pattern}/{replacement}}}";
        }

        return new VariablePattern(pattern).Replace(value ?? string.Empty, replacement, all);
    }
}
