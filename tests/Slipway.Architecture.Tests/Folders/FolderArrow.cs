namespace Slipway.Architecture.Tests.Folders;

/// <summary>That one folder refers to another that lies beside it.</summary>
/// <param name="From">The folder that refers.</param>
/// <param name="To">The folder that is referred to.</param>
/// <param name="Types">The types in them, and below them, that make it so.</param>
internal sealed record FolderArrow(string From, string To, IReadOnlyList<TypeArrow> Types)
{
    private const int Examples = 3;

    public override string ToString() => $"    {From} -> {To} ({Types.Count})" + string.Concat(Types.Take(Examples).Select(t => $"\n        {t.From} -> {t.To}"));
}
