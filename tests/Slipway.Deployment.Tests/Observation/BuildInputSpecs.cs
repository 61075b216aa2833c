using System.Diagnostics;
using System.Text;
using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Deployment.Observation;
using Slipway.Testing;

namespace Slipway.Deployment.Tests.Observation;

/// <summary>Everything that compose's build section says, and what lies in a context that is no usual file.</summary>
public sealed class BuildInputSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BuildInputSpecs()
    {
        _folder.Write("app/Dockerfile", "FROM scratch\n");
        _folder.Write("app/main.py", "print(1)\n");
        _folder.Write("lib/x", "1");
        _folder.Write("token.txt", "one");
    }

    [Theory]
    [InlineData("\"dockerfile_inline\":\"FROM a\"", "\"dockerfile_inline\":\"FROM b\"")]
    [InlineData("\"network\":\"host\"", "\"network\":\"none\"")]
    [InlineData("\"platforms\":[\"linux/amd64\"]", "\"platforms\":[\"linux/arm64\"]")]
    [InlineData("\"ssh\":[\"default\"]", "\"ssh\":[\"default\",\"other=/run/agent\"]")]
    [InlineData("\"shm_size\":\"1g\"", "\"shm_size\":\"2g\"")]
    [InlineData("\"extra_hosts\":[\"a=1.2.3.4\"]", "\"extra_hosts\":[\"a=1.2.3.5\"]")]
    [InlineData("\"additional_contexts\":{\"lib\":\"docker-image://alpine:3.20\"}", "\"additional_contexts\":{\"lib\":\"docker-image://alpine:3.21\"}")]
    [InlineData("\"ulimits\":{\"nofile\":{\"soft\":1,\"hard\":2}}", "\"ulimits\":{\"nofile\":{\"soft\":1,\"hard\":3}}")]
    public void What_the_build_section_says_matters(string one, string other)
    {
        Hash(one).ShouldNotBe(Hash(other));
        Hash(one).ShouldBe(Hash(one));
    }

    [Theory]
    [InlineData("\"tags\":[\"a:1\"]")]
    [InlineData("\"cache_from\":[\"a:cache\"]")]
    [InlineData("\"no_cache\":true")]
    [InlineData("\"labels\":{\"a\":\"1\"}")]
    public void Where_names_and_caches_go_does_not_matter(string key) => Hash(key).ShouldBe(Hash());

    [Fact]
    public void Files_of_a_further_context_matter()
    {
        var key = $"\"additional_contexts\":{{\"lib\":\"{_folder.Path}/lib\"}}";
        var before = Hash(key);
        _folder.Write("lib/x", "2");

        Hash(key).ShouldNotBe(before);
        Hash(key).ShouldNotBe(Hash());
    }

    [Fact]
    public void What_another_service_builds_matters_to_what_is_built_on_it()
    {
        var build = Build("\"additional_contexts\":{\"base\":\"service:base\"}");

        BuildContextHash.Of(build, _folder.Path, new ContextFiles(), _ => "1").ShouldNotBe(BuildContextHash.Of(build, _folder.Path, new ContextFiles(), _ => "2"));
    }

    [Fact]
    public void The_content_of_a_secret_matters()
    {
        var key = "\"secrets\":[{\"source\":\"token\"}]";
        var before = Hash(key);
        _folder.Write("token.txt", "two");

        Hash(key).ShouldNotBe(before);
    }

    [Fact]
    public async Task Pipes_links_to_everything_and_folders_that_cannot_be_read_are_no_obstacle()
    {
        var app = Path.Combine(_folder.Path, "app");
        using var maker = Process.Start("mkfifo", [Path.Combine(app, "pipe")]);
        await maker!.WaitForExitAsync(TestContext.Current.CancellationToken);
        maker.ExitCode.ShouldBe(0);
        File.CreateSymbolicLink(Path.Combine(app, "root"), "/");
        File.CreateSymbolicLink(Path.Combine(app, "self"), ".");
        File.CreateSymbolicLink(Path.Combine(app, "gone"), "/nowhere");
        var locked = Directory.CreateDirectory(Path.Combine(app, "locked"));
        if (!OperatingSystem.IsWindows())
        {
            locked.UnixFileMode = UnixFileMode.None;
        }

        var hash = await Task.Run(() => Hash(), TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        hash.ShouldNotBeNull();
        if (!OperatingSystem.IsWindows())
        {
            locked.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    public void Dispose() => _folder.Dispose();

    private string? Hash(string key = "\"args\":{}") => BuildContextHash.Of(Build(key), _folder.Path, new ContextFiles());

    private BuildDefinition Build(string key)
    {
        var json = $"{{\"name\":\"a\",\"services\":{{\"web\":{{\"build\":{{\"context\":\"{_folder.Path}/app\",\"dockerfile\":\"Dockerfile\",{key}}}}}}},"
            + $"\"secrets\":{{\"token\":{{\"file\":\"{_folder.Path}/token.txt\"}}}}}}";
        return ComposeModel.Parse(Encoding.UTF8.GetBytes(json), _folder.Path).Model!.Services.ShouldHaveSingleItem().Build!;
    }
}
