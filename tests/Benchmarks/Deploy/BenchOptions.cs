namespace Benchmarks.Deploy;

/// <summary>How much is measured.</summary>
/// <param name="Root">The checkout.</param>
/// <param name="Quick">Whether a first impression is enough.</param>
/// <param name="JsonFile">Where the figures go as JSON as well; null for nowhere.</param>
internal sealed record BenchOptions(string Root, bool Quick, string? JsonFile)
{
    /// <summary>How often the contenders take turns; each deploys and boots once in a round.</summary>
    public int Rounds => Quick ? 2 : 3;

    /// <summary>Rollbacks in a round: an even number leads back to the version that was deployed. 30 in all.</summary>
    public int Rollbacks => Quick ? 4 : 10;

    /// <summary>Rollbacks under load in a round, an even number as well: 12 in all.</summary>
    public int LoadedRollbacks => 4;

    /// <summary>Plans in a round: 21 in all.</summary>
    public int Plans => Quick ? 3 : 7;

    /// <summary>What the application itself takes to boot at least, in seconds: the same boot as in docs/benchmark.md for all contenders.</summary>
    public int BootSeconds => 3;

    /// <summary>The folder of a sample.</summary>
    public string Sample(string name) => Path.Combine(Root, "samples", name);

    public static BenchOptions Parse(IReadOnlyCollection<string> arguments) => new(
        FindRoot(),
        arguments.Contains("--quick"),
        arguments.FirstOrDefault(a => a.StartsWith("--json=", StringComparison.Ordinal))?["--json=".Length..]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is in no checkout of Slipway.");
    }
}
