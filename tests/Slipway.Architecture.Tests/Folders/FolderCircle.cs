namespace Slipway.Architecture.Tests.Folders;

/// <summary>Folders beside each other that can't be told apart, since each refers to each, be it over others.</summary>
/// <param name="Path">The shortest way round, from a folder back to itself.</param>
/// <param name="Arrows">Every arrow among the folders of the knot, those that the fewest types make first.</param>
internal sealed record FolderCircle(IReadOnlyList<string> Path, IReadOnlyList<FolderArrow> Arrows)
{
    public override string ToString()
    {
        var knot = Arrows.SelectMany(a => new[] { a.From, a.To }).Distinct().Count();
        var others = knot == Path.Count - 1 ? string.Empty : $" (the shortest way round in a knot of {knot} folders)";
        return $"{string.Join(" -> ", Path)}{others}\n{string.Join('\n', Arrows)}";
    }
}
