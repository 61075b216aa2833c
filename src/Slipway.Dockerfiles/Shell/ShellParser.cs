using Slipway.Dockerfiles.Syntax;

namespace Slipway.Dockerfiles.Shell;

/// <summary>Splits a script into its simple commands.</summary>
internal sealed partial class ShellParser(LogicalText text, char escape)
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

    private void Open(int start)
    {
        if (_compound == 0)
        {
            _compoundStart = start;
        }

        _isList = false;
        _compound++;
    }

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
