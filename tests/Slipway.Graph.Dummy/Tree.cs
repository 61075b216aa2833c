using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Slipway.Graph.Dummy;

/// <summary>A process with two children each level down, which all live until they are killed.</summary>
internal sealed class Tree(int depth, bool stubborn)
{
    public int Grow()
    {
        using var deaf = stubborn ? PosixSignalRegistration.Create(PosixSignal.SIGTERM, s => s.Cancel = true) : null;
        var children = Enumerable.Range(0, depth == 0 ? 0 : 2).Select(_ => Plant()).ToList();

        // A child says that it is ready once its own children are.
        foreach (var child in children)
        {
            child.StandardOutput.ReadLine();
        }

        Console.WriteLine($"ready {Environment.ProcessId}");
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    private Process Plant() => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList = { "tree", $"{depth - 1}", stubborn ? "stubborn" : "polite" },
        RedirectStandardOutput = true,
    })!;
}
