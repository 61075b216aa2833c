using Slipway.EndToEnd.Load;
using Slipway.Testing;

namespace Slipway.EndToEnd.Interruptions;

/// <summary>docs/interrupts.md: what came of Ctrl-C at each step, as it was seen. Written with SLIPWAY_E2E=full and SLIPWAY_GOLDEN=write.</summary>
internal static class InterruptTable
{
    private const string Title = """
        # Ctrl-C at each step

        Written by the test `InterruptsAtEachStep` with `SLIPWAY_E2E=full SLIPWAY_GOLDEN=write`. Each step of each plan is interrupted once, as
        soon as the journal says that it begins. The time is that from the signal to the end of the program; what it ends has 3 s for that.
        """;

    /// <summary>Puts the table of a plan in the place of the one before.</summary>
    public static void Write(string plan, IEnumerable<string> rows)
    {
        if (!Scale.IsFull || Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") != "write")
        {
            return;
        }

        var file = RepositoryFile.PathOf("docs/interrupts.md");
        var others = File.Exists(file)
            ? File.ReadAllText(file).Split("\n## ").Skip(1).Select(s => s.Trim()).Where(s => !s.StartsWith(plan + "\n", StringComparison.Ordinal))
            : [];
        var table = $"{plan}\n\n| step | phase | what begins | seconds until the end | exit code, and what was done |\n| ---: | --- | --- | ---: | --- |\n{string.Join('\n', rows)}";
        File.WriteAllText(file, string.Join("\n\n## ", others.Append(table).Order(StringComparer.Ordinal).Prepend(Title)) + "\n");
    }
}
