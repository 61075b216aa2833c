using Slipway.Engine.Commands;
using Slipway.Linting.History;

namespace Slipway.Linting.Tests.Lint;

/// <summary>What git knows of a folder.</summary>
public sealed class GitHistorySpecs
{
    [Fact]
    public void Each_commit_has_the_files_that_it_had()
    {
        using var scene = LintScene.Of();
        var git = new GitRepository(scene.Folder).Init();
        git.Commit("first", ("app/a b.txt", "1"), ("app/gone.txt", "1"), ("other.txt", "1"));
        git.Commit("second", ("app/a b.txt", "2"), ("app/gone.txt", null), ("app/é.txt", "1"));
        git.Run("checkout", "--quiet", "-b", "side");
        git.Commit("aside", ("app/side.txt", "1"));
        git.Run("checkout", "--quiet", "main");
        git.Commit("third", ("other.txt", "2"));
        git.Run("merge", "--quiet", "--no-ff", "--message", "merge", "side");

        var history = new GitHistory(new CommandRunner(null));
        var commits = history.Commits(Path.Combine(scene.Folder, "app"), 10);

        commits.Select(c => string.Join(' ', c.Tree.Keys.Order(StringComparer.Ordinal))).ShouldBe(["a b.txt gone.txt", "a b.txt é.txt", "a b.txt é.txt", "a b.txt side.txt é.txt"]);
        commits[0].Tree["a b.txt"].ShouldNotBe(commits[1].Tree["a b.txt"]);
        commits[1].Tree["a b.txt"].ShouldBe(commits[3].Tree["a b.txt"]);
        commits.Select(c => c.Id).ShouldBe(git.Run("log", "--first-parent", "--reverse", "--format=%H").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        (commits[1].Time - commits[0].Time).TotalDays.ShouldBe(2);
        history.ChangedFiles(scene.Folder, 2).ShouldBe([["app/side.txt"], ["other.txt"]]);
    }

    [Fact]
    public void Without_a_repository_nothing_is_known()
    {
        using var scene = LintScene.Of(("a.txt", "1"));

        var history = new GitHistory(new CommandRunner(null));

        history.Commits(scene.Folder, 10).ShouldBeEmpty();
        history.ChangedFiles(scene.Folder, 10).ShouldBeEmpty();
    }
}
