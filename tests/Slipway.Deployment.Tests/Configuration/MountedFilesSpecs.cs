using Slipway.Deployment.Configuration;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Configuration;

public sealed class MountedFilesSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_change_of_a_file_changes_the_digest_of_its_folder()
    {
        _folder.Write("conf/a/b.txt", "one");
        var before = Digest();
        _folder.Write("conf/a/b.txt", "two");

        Digest().ShouldNotBe(before);
    }

    [Fact]
    public void A_file_that_gets_another_name_changes_the_digest()
    {
        var path = _folder.Write("conf/a.txt", "one");
        var before = Digest();
        File.Move(path, Path.Combine(_folder.Path, "conf", "b.txt"));

        Digest().ShouldNotBe(before);
    }

    [Fact]
    public void What_Slipway_and_git_keep_does_not_count()
    {
        _folder.Write("conf/a.txt", "one");
        var before = Digest();
        _folder.Write("conf/.slipway/history.jsonl", "{}");
        _folder.Write("conf/.git/HEAD", "ref");

        Digest().ShouldBe(before);
    }

    [Fact]
    public void A_link_that_leads_around_is_not_followed()
    {
        _folder.Write("conf/a.txt", "one");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "conf", "again"), Path.Combine(_folder.Path, "conf"));

        Digest().ShouldNotBeNull();
    }

    [Fact]
    public void More_than_configuration_is_not_looked_at()
    {
        for (var i = 0; i <= 1000; i++)
        {
            _folder.Write($"conf/{i}", string.Empty);
        }

        Digest().ShouldBeNull();
        File.WriteAllBytes(_folder.Write("large", string.Empty), new byte[(10 << 20) + 1]);
        MountedFiles.Digest(Path.Combine(_folder.Path, "large")).ShouldBeNull();
    }

    [Fact]
    public void What_is_not_there_has_none() => Digest().ShouldBeNull();

    public void Dispose() => _folder.Dispose();

    private string? Digest() => MountedFiles.Digest(Path.Combine(_folder.Path, "conf"));
}
