using Slipway.EndToEnd.Foreign;
using Slipway.EndToEnd.Hosts;
using Slipway.Testing.Ssh;

namespace Slipway.EndToEnd.Remote;

/// <summary>What services mount from the application's folder, for an engine that has not this folder: a release's files come along, data stays where it is.</summary>
public sealed class FilesOverSsh(SlipwayProgram program, SshServer server) : IClassFixture<SshServer>
{
    private const int Refused = 5;

    [Fact]
    public async Task A_release_brings_its_files_and_a_rollback_has_the_old_ones()
    {
        await using var leaflet = await RemoteAsync();
        var there = Directory.CreateTempSubdirectory("slipway-e2e-there-");
        Directory.CreateDirectory(Path.Combine(there.FullName, "readers", "ada"));
        try
        {
            (await leaflet.RunAsync("Plan")).ShouldHaveEndedWith(Refused).Output.ShouldContain("./readers:/readers: it may be data");
            leaflet.Edit("slipway.yaml", "proxy:", $"host-folder: {there.FullName}\nproxy:");
            await leaflet.DeployAsync();
            leaflet.Write("words.txt", "two\n");
            var first = await leaflet.AskAsync("/");

            // Another checkout knows nothing of earlier runs; where the data is, the running container tells.
            Directory.Delete(Path.Combine(leaflet.Folder, ".slipway"), recursive: true);
            leaflet.Edit("slipway.yaml", $"host-folder: {there.FullName}\n", string.Empty);
            (await leaflet.RunAsync("Plan")).ShouldHaveEndedWith(2).Output.ShouldContain("a file of ./words.txt changed");
            await leaflet.DeployAsync();
            var second = await leaflet.AskAsync("/");
            (await leaflet.RunAsync("Rollback")).ShouldHaveEndedWith(0);
            var back = await leaflet.AskAsync("/");
            leaflet.Write("words.txt", "three\n");
            await leaflet.DeployAsync();

            first.ShouldBe("one, token of 6, read by ada");
            second.ShouldBe("two, token of 6, read by ada");
            back.ShouldBe(first);
            (await leaflet.AskAsync("/")).ShouldBe("three, token of 6, read by ada");
            (await leaflet.RunAsync("Plan")).ShouldHaveEndedWith(0).Output.ShouldContain("Nothing would change");

            // Those of two releases with two files each, and one of the release that gave way, which the next deployment removes.
            (await leaflet.VolumesAsync()).Count(v => v.StartsWith($"{leaflet.Name}_files-", StringComparison.Ordinal)).ShouldBe(5);
            (await leaflet.RunAsync("Release")).ShouldHaveEndedWith(Refused).Errors.ShouldContain("on this machine only");
        }
        finally
        {
            there.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_copy_that_was_broken_off_is_made_again()
    {
        await using var leaflet = await RemoteAsync();
        leaflet.Edit("compose.yaml", "./readers:/readers", "./readers:/readers:ro");
        Directory.CreateDirectory(Path.Combine(leaflet.Folder, "readers", "ada"));
        await leaflet.KillAtAsync("Deploy", e => e is { Kind: "StepStarted", Phase: "PrepareEnvironment" });

        await leaflet.DeployAsync();

        (await leaflet.AskAsync("/")).ShouldBe("one, token of 6, read by ada");
        (await Docker.LinesAsync("ps", "-a", "--filter", $"label=slipway.app={leaflet.Name}", "--filter", "label=slipway.files", "--format", "{{.Names}}")).ShouldBeEmpty();
    }

    private async Task<Stranger> RemoteAsync()
    {
        var leaflet = await Stranger.CreateAsync(program, "leaflet", "LEAFLET_PORT");
        leaflet.Environment["PATH"] = server.SearchPath;
        leaflet.Write("slipway.yaml", $$"""
            application: {{leaflet.Name}}
            host: {{server.Address}}
            proxy: {kind: nginx, image: "{{program.Images}}/nginx:1.28"}
            services:
              web: {strategy: blue-green, port: 8000}

            """);
        return leaflet;
    }
}
