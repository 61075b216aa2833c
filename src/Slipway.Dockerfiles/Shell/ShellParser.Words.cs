namespace Slipway.Dockerfiles.Shell;

// Words: of a command, of a redirection, or of the shell's own language.
internal sealed partial class ShellParser
{
    private void TakeWord()
    {
        var word = WordReader.Read(text, ref _position, escape, out var substitutions);
        var isFileDescriptor = word.IsPlain && word.Text.All(char.IsAsciiDigit) && Peek(0) is '<' or '>';
        if (isFileDescriptor)
        {
            return;
        }

        if (_redirection is { } redirection)
        {
            _redirections.Add((redirection, word));
            _redirection = null;
            _commandEnd = _position;
        }
        else if (!Skips(word) && !TakeReserved(word))
        {
            if (_commandStart < 0)
            {
                _commandStart = _position - word.Content.Length;
            }

            _commandEnd = _position;
            if (_words.Count == 0 && IsAssignment(word))
            {
                _assignments.Add(word);
            }
            else
            {
                _words.Add(word);
            }
        }

        foreach (var inner in substitutions)
        {
            _commands.AddRange(Inner(inner, escape, _depth + _compound + 1));
        }
    }

    private bool Skips(ShellWord word)
    {
        switch (_skipping)
        {
            case Skipping.CaseSubject:
                if (word.Text == "in")
                {
                    _skipping = Skipping.CasePattern;
                }

                return true;
            case Skipping.CasePattern:
                if (word.Text != "esac")
                {
                    return true;
                }

                _skipping = Skipping.Nothing;
                return false;
            case Skipping.LoopVariable:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Words that the shell keeps to itself where a command may begin.</summary>
    private bool TakeReserved(ShellWord word)
    {
        if (!word.IsPlain || _words.Count > 0 || _assignments.Count > 0)
        {
            return false;
        }

        switch (word.Text)
        {
            case "if" or "while" or "until" or "{":
                Open(_position - word.Content.Length);
                return true;
            case "for" or "select":
                Open(_position - word.Content.Length);
                _skipping = Skipping.LoopVariable;
                return true;
            case "case":
                Open(_position - word.Content.Length);
                _skipping = Skipping.CaseSubject;
                return true;
            case "fi" or "done" or "esac" or "}":
                _compound = Math.Max(0, _compound - 1);
                return true;
            case "then" or "else" or "elif" or "do" or "!" or "function" or "time":
                _isList &= word.Text == "time";
                return true;
            default:
                return false;
        }
    }

    private static bool IsAssignment(ShellWord word)
    {
        var equals = word.Content.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && word.Content.Text[equals - 1] == '+')
        {
            equals--;
        }

        return equals > 0 && !char.IsAsciiDigit(word.Content.Text[0]) && word.Content.Text.AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
}
