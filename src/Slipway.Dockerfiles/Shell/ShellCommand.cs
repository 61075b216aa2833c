using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Shell;

/// <summary>A simple command: a name with arguments.</summary>
public sealed class ShellCommand
{
    /// <summary>The name and the arguments; none for a mere assignment.</summary>
    public required IReadOnlyList<ShellWord> Words { get; init; }

    /// <summary>Assignments before the name, as written: <c>DEBIAN_FRONTEND=noninteractive</c>.</summary>
    public required IReadOnlyList<ShellWord> Assignments { get; init; }

    /// <summary>The files that are read from or written to, with the operator: <c>&lt;</c>, <c>&gt;</c>, <c>&gt;&gt;</c> and so on.</summary>
    public required IReadOnlyList<(string Operator, ShellWord Target)> Redirections { get; init; }

    /// <summary>What joins it with the command before: <c>&amp;&amp;</c>, <c>||</c>, <c>;</c>, <c>|</c>, <c>&amp;</c>; empty for the first one.</summary>
    public required string Joint { get; init; }

    /// <summary>How deep it is within groups, loops, conditions and substitutions; 0 at the top.</summary>
    public required int Depth { get; init; }

    /// <summary>From the first to the last character, redirections included.</summary>
    public required LogicalText Content { get; init; }

    /// <summary>The command that runs this one: <c>sudo</c>, <c>xargs</c>, <c>sh -c</c>.</summary>
    public ShellCommand? Runner { get; init; }

    /// <summary>For a command within a group, loop or condition: the script from the beginning of that to the command; otherwise empty.</summary>
    public string Enclosing { get; init; } = string.Empty;

    /// <summary>Where it stands in the file.</summary>
    public TextSpan Span => Content.Span;

    /// <summary>The name without its folder; empty for a mere assignment.</summary>
    public string Name => field ??= Words.Count == 0 ? string.Empty : Words[0].Text[(Words[0].Text.LastIndexOf('/') + 1)..];

    /// <summary>What follows the name.</summary>
    public IEnumerable<ShellWord> Arguments => Words.Skip(1);

    /// <summary>The first argument that is no option: <c>install</c> of <c>apt-get -y install</c>.</summary>
    public string Verb => field ??= FirstOperand();

    /// <summary>Whether it is a command with one of these verbs.</summary>
    /// <param name="verbs">The verbs, any of which will do; none for any verb.</param>
    /// <returns>True if so.</returns>
    public bool Is(string name, params ReadOnlySpan<string> verbs) => Name == name && (verbs.IsEmpty || verbs.Contains(Verb));

    /// <summary>Whether an option is given, be it <c>--name</c>, <c>--name=value</c>, <c>-n</c> or <c>n</c> among others as in <c>-qny</c>.</summary>
    /// <param name="options">The options without dashes, any of which will do.</param>
    /// <returns>True if so.</returns>
    public bool HasOption(params ReadOnlySpan<string> options)
    {
        foreach (var word in Arguments)
        {
            foreach (var option in options)
            {
                if (Gives(word.Text, option))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The value of an option: <c>--name=value</c>, <c>--name value</c>, <c>-n value</c>.</summary>
    /// <param name="options">The options without dashes, any of which will do.</param>
    /// <returns>The value, or null.</returns>
    public ShellWord? OptionValue(params ReadOnlySpan<string> options)
    {
        for (var index = 1; index < Words.Count; index++)
        {
            var text = Words[index].Text;
            foreach (var option in options)
            {
                if (text == "--" + option || text == "-" + option)
                {
                    return index + 1 < Words.Count ? Words[index + 1] : null;
                }

                var start = $"--{option}=";
                if (text.StartsWith(start, StringComparison.Ordinal))
                {
                    return Words[index] with { Text = text[start.Length..] };
                }
            }
        }

        return null;
    }

    /// <summary>The arguments that are no options and no values of options.</summary>
    /// <param name="withValue">The options, with dashes, whose value is the next word.</param>
    /// <returns>The arguments, the verb included.</returns>
    public IReadOnlyList<ShellWord> Operands(params ReadOnlySpan<string> withValue)
    {
        var operands = new List<ShellWord>();
        var onlyOperands = false;
        for (var index = 1; index < Words.Count; index++)
        {
            var word = Words[index];
            if (onlyOperands || !word.IsOption)
            {
                operands.Add(word);
            }
            else if (word.Text == "--")
            {
                onlyOperands = true;
            }
            else if (withValue.Contains(word.Text))
            {
                index++;
            }
        }

        return operands;
    }

    /// <inheritdoc/>
    public override string ToString() => Content.Text;

    private string FirstOperand()
    {
        IReadOnlyList<string>? withValue = null;
        for (var index = 1; index < Words.Count; index++)
        {
            // cargo +nightly build: the version of the compiler, not what it is to do.
            if (!Words[index].IsOption && !(Words[index].Text.StartsWith('+') && Name == "cargo"))
            {
                return Words[index].Text;
            }

            if ((withValue ??= VerbOptions.Of(Name)).Contains(Words[index].Text))
            {
                index++;
            }
        }

        return string.Empty;
    }

    private static bool Gives(string word, string option)
    {
        if (word.Length < 2 || word[0] != '-')
        {
            return false;
        }

        if (word[1] != '-')
        {
            return option.Length == 1 ? word.Contains(option[0], StringComparison.Ordinal) : word.AsSpan(1).SequenceEqual(option);
        }

        var name = word.AsSpan(2);
        return name.StartsWith(option, StringComparison.Ordinal) && (name.Length == option.Length || name[option.Length] == '=');
    }
}
