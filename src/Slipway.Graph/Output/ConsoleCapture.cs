using System.Text;
using Cake.Core.Diagnostics;

namespace Slipway.Graph.Output;

/// <summary>Stands in for Console.Out while tasks run, so that what a task writes there reaches its block as whole lines.</summary>
internal sealed class ConsoleCapture(OutputRouter router, LogLevel level) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var scope = router.Scopes.Current;
        if (scope?.Block is null)
        {
            router.View.WriteRaw(buffer.ToString(), level <= LogLevel.Error);
            return;
        }

        if (scope.Partial.Append(buffer) is { } lines)
        {
            router.Write(scope, level, lines);
        }
    }
}
