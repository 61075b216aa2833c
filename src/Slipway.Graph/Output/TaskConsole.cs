using System.Globalization;
using System.Text;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Slipway.Graph.Output;

/// <summary>Cake's console: lines written inside a task go to that task, and its colours are its own.</summary>
internal sealed class TaskConsole(OutputRouter router, ITerminal terminal) : IConsole
{
    private const ConsoleColor NoColor = (ConsoleColor)(-1);

    private ConsoleColor _foreground = NoColor;
    private ConsoleColor _background = NoColor;

    public ConsoleColor ForegroundColor
    {
        get => router.Scopes.Current is { } scope ? scope.Foreground ?? NoColor : _foreground;
        set
        {
            if (router.Scopes.Current is { } scope)
            {
                scope.Foreground = value;
            }
            else
            {
                _foreground = value;
            }
        }
    }

    public ConsoleColor BackgroundColor
    {
        get => router.Scopes.Current is { } scope ? scope.Background ?? NoColor : _background;
        set
        {
            if (router.Scopes.Current is { } scope)
            {
                scope.Background = value;
            }
            else
            {
                _background = value;
            }
        }
    }

    public bool SupportAnsiEscapeCodes => terminal.UsesColour;

    public void Write(string format, params object[] arg) => Put(Format(format, arg), newLine: false, error: false);

    public void WriteLine(string format, params object[] arg) => Put(Format(format, arg), newLine: true, error: false);

    public void WriteError(string format, params object[] arg) => Put(Format(format, arg), newLine: false, error: true);

    public void WriteErrorLine(string format, params object[] arg) => Put(Format(format, arg), newLine: true, error: true);

    public void ResetColor()
    {
        ForegroundColor = NoColor;
        BackgroundColor = NoColor;
    }

    private void Put(string text, bool newLine, bool error)
    {
        var scope = router.Scopes.Current;
        if (scope?.Block is null)
        {
            router.View.WriteRaw(Paint(text) + (newLine ? "\n" : string.Empty), error);
            return;
        }

        // A block is made of whole lines: the start of one waits for its end.
        if (scope.Partial.Append(Paint(text) + (newLine ? "\n" : string.Empty)) is { } lines)
        {
            router.Write(scope, error ? LogLevel.Error : LogLevel.Information, lines);
        }
    }

    private string Paint(string text)
    {
        var codes = new StringBuilder();
        if (terminal.UsesColour && ForegroundColor != NoColor)
        {
            codes.Append(CultureInfo.InvariantCulture, $"\e[{Code(ForegroundColor)}m");
        }

        if (terminal.UsesColour && BackgroundColor != NoColor)
        {
            codes.Append(CultureInfo.InvariantCulture, $"\e[{Code(BackgroundColor) + 10}m");
        }

        return codes.Length == 0 || text.Length == 0 ? text : $"{codes}{text}\e[0m";
    }

    // ConsoleColor counts in the order of CGA (blue is 1), ANSI in the order of bits (red is 1).
    private static int Code(ConsoleColor color)
    {
        var cga = (int)color;
        return ((cga & 8) != 0 ? 90 : 30) + (((cga & 1) << 2) | (cga & 2) | ((cga & 4) >> 2));
    }

    private static string Format(string format, object?[] arg) =>
        arg.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, arg);
}
