using System.Diagnostics;
using System.Globalization;

namespace Slipway.Processes.Tests;

/// <summary>Families of real processes, on Linux as the library is.</summary>
public sealed class FamilySpecs
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private readonly ProcessFamily _family = new();

    // Its grandchild belongs to init: the parent in between has ended.
    private const string Orphan = "sleep 300 & (sleep 300 & echo $!) & wait $!; echo ready; wait";

    [Fact]
    public void A_polite_family_ends_when_asked()
    {
        using var root = Start(Orphan);
        var members = Members(root);
        members.Count.ShouldBe(3);

        _family.Stop(TimeSpan.FromSeconds(30));

        ProcessTable.All().Intersect(members).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_deaf_to_the_request_is_killed_after_the_grace()
    {
        using var root = Start("trap '' TERM; " + Orphan);
        var members = Members(root);
        members.Count.ShouldBe(3);

        _family.Below(root).Stop(Grace);

        ProcessTable.All().Intersect(members).ShouldBeEmpty();
    }

    [Fact]
    public void Who_has_lost_its_parent_is_found_by_the_mark()
    {
        using var root = Start("(sleep 300 & echo $!) & wait; echo ready");
        var orphan = int.Parse(root.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        root.WaitForExit();
        ProcessTable.All().ShouldContain(orphan);

        _family.Stop(Grace);

        ProcessTable.All().ShouldNotContain(orphan);
    }

    [Fact]
    public void A_family_lives_as_long_as_one_of_it_does()
    {
        using var root = Start("sleep 300 & echo ready; wait");
        root.StandardOutput.ReadLine();
        var tree = _family.Below(root);
        tree.IsAlive().ShouldBeTrue();

        tree.Kill();

        tree.IsAlive().ShouldBeFalse();
    }

    [Fact]
    public void Another_family_is_left_alone()
    {
        using var root = Start("echo ready; exec sleep 300");
        root.StandardOutput.ReadLine();

        new ProcessFamily().Stop(Grace);

        root.HasExited.ShouldBeFalse();
        _family.Stop(Grace);
        root.WaitForExit();
    }

    private List<int> Members(Process root)
    {
        var orphan = int.Parse(root.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        root.StandardOutput.ReadLine().ShouldBe("ready");
        return [.. ProcessTable.Descendants(root.Id, new ProcessMark()), orphan];
    }

    private Process Start(string script) => Process.Start(new ProcessStartInfo("/bin/sh", ["-c", script])
    {
        RedirectStandardOutput = true,
        Environment = { [_family.Variable.Key] = _family.Variable.Value },
    })!;
}
