namespace Cake.Frosting.Tests;

/// <summary>What the sample build did: its exit code and its output without colours, rules and blank lines.</summary>
internal sealed record SampleRun(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)
{
    /// <summary>The lines that the tasks and lifetimes of the sample print themselves.</summary>
    public IEnumerable<string> Story => Output.Where(line => line.Length > 0 && char.IsLower(line[0]));
}
