using Slipway.Architecture.Tests.Folders;

namespace Slipway.Architecture.Tests;

/// <summary>Which folders of a library may know each other.</summary>
public sealed class FolderRules
{
    // What isn't free of circles yet. Whoever frees one takes it off; when the list is empty, it goes.
    private static readonly string[] NotYetFree =
        ["Slipway", "Slipway.Graph", "Slipway.Traffic"];

    public static TheoryData<string> Libraries() =>
        [.. Assembly.Ours().Select(a => a.Name).Where(n => n.StartsWith("Slipway", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void No_folders_of_a_library_know_each_other_in_a_circle(string library)
    {
        var circles = FolderCircles.In(library, TypeArrows.In(Assembly.PathOf(library)));

        if (NotYetFree.Contains(library))
        {
            circles.ShouldNotBeEmpty($"{library} is free of circles: take it off the list");
        }
        else
        {
            Assert.True(circles.Count == 0, $"{library} has folders that know each other in a circle:\n{string.Join("\n\n", circles)}");
        }
    }
}
