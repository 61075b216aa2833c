namespace Slipway.Architecture.Tests.Folders;

/// <summary>That the rule sees what it has to see.</summary>
public sealed class FolderCirclesTests
{
    [Fact]
    public void A_circle_over_several_folders_is_shown_with_the_types_that_make_it()
    {
        TypeArrow[] arrows = [new("App.A.One", "App.B.Two"), new("App.B.Two", "App.C.Three"), new("App.C.Three", "App.A.One"), new("App.C.Three", "App.D.Four")];

        var circle = FolderCircles.In("App", arrows).ShouldHaveSingleItem();

        circle.Path.ShouldBe(["A", "B", "C", "A"]);
        circle.ToString().ShouldContain("App.B.Two -> App.C.Three");
        circle.ToString().ShouldNotContain("Four");
    }

    [Fact]
    public void Folders_beside_each_other_stand_for_all_that_is_below_them()
    {
        TypeArrow[] arrows = [new("App.Top.A.Deep.One", "App.Top.B.Two"), new("App.Top.B.Other.Three", "App.Top.A.Four")];

        FolderCircles.In("App", arrows).ShouldHaveSingleItem().Path.ShouldBe(["Top/A", "Top/B", "Top/A"]);
    }

    [Fact]
    public void A_folder_and_what_is_below_it_may_know_each_other() =>
        FolderCircles.In("App", [new("App.A.One", "App.A.Below.Two"), new("App.A.Below.Two", "App.A.One")]).ShouldBeEmpty();

    [Fact]
    public void The_root_is_a_room_of_its_own() =>
        FolderCircles.In("App", [new("App.One", "App.A.Two"), new("App.A.Two", "App.One")]).ShouldHaveSingleItem().Path.ShouldBe([FolderCircles.Root, "A", FolderCircles.Root], ignoreOrder: true);

    [Fact]
    public void Two_knots_are_told_apart() =>
        FolderCircles.In("App", [new("App.A.T", "App.B.T"), new("App.B.T", "App.A.T"), new("App.C.T", "App.D.T"), new("App.D.T", "App.C.T"), new("App.A.T", "App.C.T")])
            .Select(c => string.Join(' ', c.Path))
            .ShouldBe(["A B A", "C D C"]);
}
