using System.Text;
using Cake.Core.Diagnostics;
using Slipway.Graph.Tasks;

namespace Slipway.Graph.Output;

/// <summary>Stands in for Console.Out while tasks run, so that what a task writes there reaches its block as whole lines.</summary>
internal sealed class ConsoleCapture(OutputRouter router, LogLevel level) : TextWriter
{
    private readonly AsyncLocal<(TaskScope? Scope, StringBuilder Text)?> _partial = new();

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

        var partial = _partial.Value;
        if (partial?.Scope != scope)
            _partial.Value = partial = (scope, new StringBuilder());
        var text = partial!.Value.Text;
        lock (text)
        {
            text.Append(buffer);
            if (buffer.IndexOf('\n') < 0)
                return;
            var whole = text.ToString();
            var end = whole.LastIndexOf('\n');
            text.Clear().Append(whole, end + 1, whole.Length - end - 1);
            router.Write(scope, level, whole[..end]);
        }
    }
}
