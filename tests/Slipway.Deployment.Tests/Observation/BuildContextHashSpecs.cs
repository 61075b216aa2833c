using System.Text;
using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Deployment.Observation;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Observation;

/// <summary>The hash by which sources are known again.</summary>
public sealed class BuildContextHashSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _before;

    public BuildContextHashSpecs()
    {
        _folder.Write("Dockerfile", "FROM scratch\nCOPY . /\n");
        _folder.Write("app/main.py", "print(1)\n");
        _folder.Write("notes.md", "notes\n");
        _folder.Write(".dockerignore", "*.md\n");
        _before = Hash();
    }

    [Fact]
    public void The_same_sources_have_the_same_hash() => Hash().ShouldBe(_before);

    [Fact]
    public void A_context_is_walked_through_once()
    {
        var files = new ContextFiles();
        var seen = files.Of(_folder.Path, Path.Combine(_folder.Path, "Dockerfile"));
        _folder.Write("app/later.py", "print(3)\n");

        files.Of(_folder.Path, Path.Combine(_folder.Path, "Dockerfile")).ShouldBeSameAs(seen);
        files.Of(_folder.Path, Path.Combine(_folder.Path, "Dockerfile.other")).ShouldContain("app/later.py");
    }

    [Fact]
    public void A_clone_elsewhere_has_the_same_hash()
    {
        using var clone = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            clone.Write(Path.GetRelativePath(_folder.Path, file), File.ReadAllText(file));
        }

        BuildContextHash.Of(Build(), clone.Path, new ContextFiles()).ShouldBe(_before);
    }

    [Fact]
    public void The_time_of_a_file_is_no_matter()
    {
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "app/main.py"), DateTime.UnixEpoch);

        Hash().ShouldBe(_before);
    }

    [Fact]
    public void An_ignored_file_is_no_matter()
    {
        _folder.Write("notes.md", "other notes\n");
        _folder.Write(".git/HEAD", "ref\n");

        Hash().ShouldBe(_before);
    }

    [Fact]
    public void Content_matters()
    {
        _folder.Write("app/main.py", "print(2)\n");

        Hash().ShouldNotBe(_before);
    }

    [Fact]
    public void A_name_matters()
    {
        File.Move(Path.Combine(_folder.Path, "app/main.py"), Path.Combine(_folder.Path, "app/start.py"));

        Hash().ShouldNotBe(_before);
    }

    [Fact]
    public void Where_one_file_ends_and_the_next_begins_matters()
    {
        _folder.Write("a", "12");
        _folder.Write("b", "3");
        var one = Hash();
        _folder.Write("a", "1");
        _folder.Write("b", "23");

        Hash().ShouldNotBe(one);
    }

    [Fact]
    public void A_mode_matters()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes");
            return;
        }

        File.SetUnixFileMode(Path.Combine(_folder.Path, "app/main.py"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        Hash().ShouldNotBe(_before);
    }

    [Fact]
    public void Where_a_link_leads_matters()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "app/main.py");
        var one = Hash();
        File.Delete(Path.Combine(_folder.Path, "link"));
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "nowhere");

        Hash().ShouldNotBe(one);
    }

    [Fact]
    public void Arguments_and_target_matter()
    {
        BuildContextHash.Of(Build("\"args\": {\"A\": \"1\"}"), _folder.Path, new ContextFiles()).ShouldNotBe(_before);
        BuildContextHash.Of(Build("\"target\": \"test\""), _folder.Path, new ContextFiles()).ShouldNotBe(_before);
    }

    [Fact]
    public void The_Dockerfile_matters_even_when_it_is_ignored()
    {
        _folder.Write(".dockerignore", "*.md\nDockerfile\n");
        var one = Hash();
        _folder.Write("Dockerfile", "FROM scratch\n");

        Hash().ShouldNotBe(one);
    }

    [Fact]
    public void A_context_that_is_no_folder_has_no_hash() =>
        BuildContextHash.Of(Build() with { Context = "https://example.org/repository.git" }, _folder.Path, new ContextFiles()).ShouldBeNull();

    public void Dispose() => _folder.Dispose();

    private static BuildDefinition Build(string more = "\"dockerfile\": \"Dockerfile\"") =>
        ComposeModel.Parse(Encoding.UTF8.GetBytes("{\"name\": \"a\", \"services\": {\"a\": {\"build\": {\"context\": \".\", " + more + "}}}}")).Model!.Find("a")!.Build! with { Context = "." };

    private string Hash() => BuildContextHash.Of(Build(), _folder.Path, new ContextFiles()).ShouldNotBeNull();
}
