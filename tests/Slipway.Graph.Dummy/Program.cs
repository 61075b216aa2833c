using System.Globalization;

namespace Slipway.Graph.Dummy;

/// <summary>A process for tests to start: a child of tasks, or a host that runs tasks itself.</summary>
internal static class Program
{
    private static int Main(string[] args) => args switch
    {
        ["lines", var count, var word] => Lines(int.Parse(count, CultureInfo.InvariantCulture), word),
        ["exit", var code] => int.Parse(code, CultureInfo.InvariantCulture),
        ["tree", var depth, var stubborn] => new Tree(int.Parse(depth, CultureInfo.InvariantCulture), stubborn == "stubborn").Grow(),
        ["host", .. var rest] => new Host(rest).Run(),
        _ => throw new ArgumentException("lines COUNT WORD | exit CODE | tree DEPTH stubborn|polite | host SCENARIO [ARGUMENT...]"),
    };

    // To both streams in turn, each line whole.
    private static int Lines(int count, string word)
    {
        for (var i = 0; i < count; i++)
        {
            (i % 2 == 0 ? Console.Out : Console.Error).Write($"{word} {i}\n");
        }

        return 0;
    }
}
