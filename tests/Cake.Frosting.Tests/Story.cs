namespace Cake.Frosting.Tests;

/// <summary>What the tasks and lifetimes of one host did, in order.</summary>
internal sealed class Story
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string line) => _lines.Add(line);
}
