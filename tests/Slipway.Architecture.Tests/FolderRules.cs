using Slipway.Architecture.Tests.Folders;

namespace Slipway.Architecture.Tests;

/// <summary>Which folders of an assembly may know each other.</summary>
public sealed class FolderRules
{
    public static TheoryData<string> Libraries() => [.. Names("Slipway")];

    // Their public API lies in one namespace, as that of the published packages does.
    public static TheoryData<string> StandIns() => [.. Names("Cake")];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_folders_of_a_library_know_each_other_in_a_circle(string library) =>
        Free(library, FolderCircles.In(library, TypeArrows.In(Assembly.PathOf(library))));

    [Theory]
    [MemberData(nameof(StandIns))]
    public void No_folders_of_a_stand_in_know_each_other_in_a_circle(string standIn) =>
        Free(standIn, FolderCircles.In(standIn, new FileFolders($"src/{standIn}").Place(standIn, TypeArrows.In(Assembly.PathOf(standIn)))));

    [Fact]
    public void No_folders_of_the_build_know_each_other_in_a_circle() =>
        Free("build", FolderCircles.In("Build", TypeArrows.In(Assembly.PathOf("slipway-build"))));

    private static IEnumerable<string> Names(string start) => Assembly.Ours().Select(a => a.Name).Where(n => n.StartsWith(start, StringComparison.Ordinal));

    private static void Free(string assembly, IReadOnlyList<FolderCircle> circles) =>
        Assert.True(circles.Count == 0, $"{assembly} has folders that know each other in a circle:\n{string.Join("\n\n", circles)}");
}
