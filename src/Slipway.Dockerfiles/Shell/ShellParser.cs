using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Shell;

/// <summary>Splits a script into its simple commands.</summary>
internal sealed class ShellParser(LogicalText text, char escape)
{
    private const int Deepest = 40;

    private readonly List<ShellCommand> _commands = [];
    private readonly List<ShellWord> _words = [];
    private readonly List<ShellWord> _assignments = [];
    private readonly List<(string Operator, ShellWord Target)> _redirections = [];
    private int _position;
    private int _depth;
    private int _compound;
    private int _commandStart = -1;
    private int _commandEnd;
    private int _compoundStart;
    private string _joint = string.Empty;
    private string? _redirection;
    private bool _isList = true;
    private bool _hasComment;
    private Skipping _skipping;

    private enum Skipping
    {
        Nothing,
        LoopVariable,
        CaseSubject,
        CasePattern,
    }

    public ShellScript Parse()
    {
        while (_position < text.Length)
        {
            Step();
        }

        EndCommand(string.Empty);
        return new(_commands, _isList, _hasComment);
    }

    /// <summary>Parses what a substitution or an inner script runs; its commands are deeper than those around it.</summary>
    public static IEnumerable<ShellCommand> Inner(LogicalText text, char escape, int depth)
    {
        if (depth > Deepest)
        {
            return [];
        }

        var parser = new ShellParser(text, escape) { _depth = depth };
        return parser.Parse().Commands;
    }

    private void Step()
    {
        var character = text.Text[_position];
        switch (character)
        {
            case ' ' or '\t' or '\r':
                _position++;
                break;
            case '\n' or ';':
                EndCommand(";");
                if (character == ';' && Peek(1) == ';')
                {
                    _skipping = Skipping.CasePattern;
                }

                _position++;
                break;
            case '#':
                SkipComment();
                break;
            case '&' when Peek(1) == '>':
                TakeOperator("&>");
                break;
            case '&' or '|':
                TakeJoint(character);
                break;
            case '(' or ')':
                TakeParenthesis(character);
                break;
            case '<' or '>':
                TakeRedirection();
                break;
            default:
                TakeWord();
                break;
        }
    }

    private char Peek(int ahead) => _position + ahead < text.Length ? text.Text[_position + ahead] : '\0';

    private void SkipComment()
    {
        _hasComment = true;
        var end = text.Text.IndexOf('\n', _position);
        _position = end < 0 ? text.Length : end;
    }

    private void TakeJoint(char character)
    {
        var doubled = Peek(1) == character;
        var joint = doubled ? new string(character, 2) : character.ToString();
        if (_skipping != Skipping.CasePattern)
        {
            EndCommand(joint);
        }

        _position += joint.Length;
        if (character == '|' && !doubled && Peek(0) == '&')
        {
            _position++;
        }
    }

    private void TakeParenthesis(char character)
    {
        if (_skipping == Skipping.CasePattern)
        {
            if (character == ')')
            {
                _skipping = Skipping.Nothing;
            }
        }
        else if (character == ')')
        {
            EndCommand(";");
            _compound = Math.Max(0, _compound - 1);
        }
        else
        {
            EndCommand(";");
            Open(_position);
        }

        _position++;
    }

    private void TakeRedirection()
    {
        var length = Peek(0) == '<' && Peek(1) == '<' ? (Peek(2) is '<' or '-' ? 3 : 2) : Peek(1) is '>' or '&' or '|' or '(' ? 2 : 1;
        TakeOperator(text.Text.Substring(_position, length));
    }

    private void TakeOperator(string redirection)
    {
        if (_commandStart < 0)
        {
            _commandStart = _position;
        }

        _position += redirection.Length;
        _commandEnd = _position;
        if (redirection.EndsWith('('))
        {
            // A process substitution: its commands are read like those of a group.
            Open(_position);
            return;
        }

        _redirection = redirection;
    }

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

    private void Open(int start)
    {
        if (_compound == 0)
        {
            _compoundStart = start;
        }

        _isList = false;
        _compound++;
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

    private void EndCommand(string joint)
    {
        if (_skipping == Skipping.LoopVariable)
        {
            _skipping = Skipping.Nothing;
        }

        // Redirections alone belong to the group or loop that ends there.
        if (_words.Count > 0 || _assignments.Count > 0)
        {
            var command = new ShellCommand
            {
                Words = [.. _words],
                Assignments = [.. _assignments],
                Redirections = [.. _redirections],
                Joint = _joint,
                Depth = _depth + _compound,
                Content = text.Slice(_commandStart, _commandEnd - _commandStart),
                Enclosing = _compound > 0 ? text.Text[_compoundStart.._commandStart] : string.Empty,
            };
            _commands.Add(command);
            _commands.AddRange(Runners.RunBy(command, escape));
            _joint = joint;
        }
        else if (_commands.Count > 0)
        {
            _joint = joint;
        }

        _words.Clear();
        _assignments.Clear();
        _redirections.Clear();
        (_redirection, _commandStart) = (null, -1);
    }
}
