using Cake.Core.Diagnostics;
using Slipway.Graph.Records;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Output;

/// <summary>Colours, or none: every method returns the bare text when colours are off.</summary>
internal sealed class Ink(bool colours)
{
    public string Bold(string text) => Wrap("1", text);

    public string Faint(string text) => Wrap("2", text);

    public string Outcome(TaskOutcome outcome, string text) => outcome switch
    {
        TaskOutcome.Run => Wrap("32", text),
        TaskOutcome.Failed => Wrap("31;1", text),
        TaskOutcome.Continued or TaskOutcome.Cancelled => Wrap("33", text),
        _ => Faint(text),
    };

    public string Line(OutputLine line) => line.Level switch
    {
        LogLevel.Fatal or LogLevel.Error => Wrap("31", line.Text),
        LogLevel.Warning => Wrap("33", line.Text),
        LogLevel.Verbose or LogLevel.Debug => Faint(line.Text),
        _ => line.Text,
    };

    private string Wrap(string code, string text) => colours ? $"\e[{code}m{text}\e[0m" : text;
}
