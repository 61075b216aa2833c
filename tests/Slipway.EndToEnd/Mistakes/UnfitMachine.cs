using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Mistakes;

public sealed class UnfitMachine(SlipwayProgram program)
{
    private const int MissingPart = 3;
    private const int Refused = 5;

    [Theory]
    [InlineData("Plan")]
    [InlineData("Deploy")]
    [InlineData("Status")]
    [InlineData("Rollback")]
    public async Task An_engine_that_is_down_is_told_with_its_address_and_what_to_do(string target)
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.Environment["DOCKER_HOST"] = $"unix://{bot.Folder}/dead.sock";

        var result = await bot.RunAsync(target);

        result.ShouldHaveEndedWith(MissingPart);
        result.Errors.ShouldContain($"no Docker Engine answers at {bot.Folder}/dead.sock");
        result.Errors.ShouldContain("--bootstrap");
    }

    [Fact]
    public async Task A_docker_client_that_is_missing_is_told_with_what_to_do()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        var dotnet = await RunningProgram.RunAsync(["sh", "-c", "command -v dotnet"]);
        var bin = Directory.CreateDirectory(Path.Combine(bot.Folder, "bin")).FullName;
        File.CreateSymbolicLink(Path.Combine(bin, "dotnet"), dotnet.Output.Trim());
        bot.Environment["PATH"] = bin;

        var result = await RunningProgram.RunAsync(
            [dotnet.Output.Trim(), .. program.Command.Skip(1), "--target=Deploy", $"--app={bot.Folder}"], bot.Folder, bot.Environment);

        result.ShouldHaveEndedWith(MissingPart).Errors.ShouldContain("\"docker\" can't be started");
        result.Errors.ShouldContain("--bootstrap");
    }

    [Fact]
    public async Task A_port_in_use_is_told_before_anything_is_started()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        using var other = new TcpListener(IPAddress.Any, bot.Port);
        other.Start();

        var plan = await bot.RunAsync("Plan");
        var result = await bot.RunAsync("Deploy");

        plan.ShouldHaveEndedWith(Refused);
        result.ShouldHaveEndedWith(Refused).Errors.ShouldContain($"port {bot.Port.ToString(CultureInfo.InvariantCulture)}, which proxy publishes, is in use");
        (await bot.ContainersAsync()).ShouldBeEmpty();
        (await bot.VolumesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nginx", "busybox:stable", "nginx")]
    [InlineData("nginx", "haproxy:2.8", "nginx")]
    [InlineData("nginx", "no-such-image:1", "can't be had")]
    public async Task An_image_that_does_not_take_the_proxys_configuration_is_told_before_anything_is_started(string proxy, string image, string told)
    {
        await using var bot = await HelloBot.CreateAsync(program, proxy);
        bot.Edit("slipway.yaml", "  service: proxy", $"  image: {program.Images}/{image}\n  service: proxy");

        var plan = await bot.RunAsync("Plan");
        var result = await bot.RunAsync("Deploy");

        plan.Text.ShouldContain($"test the configuration of {bot.Name}-proxy-1 in ");
        result.ShouldHaveEndedWith(Refused).Errors.ShouldContain("Preflight refuses, nothing was changed");
        result.Errors.ShouldContain(told);
        (await bot.ContainersAsync()).ShouldBeEmpty();
        (await bot.VolumesAsync()).ShouldBeEmpty();
        (await Docker.RunAsync("ps", "-aq", "--filter", $"label=slipway.app={bot.Name}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_of_the_engine_is_told_before_anything_is_started()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        var root = await Docker.RunAsync("info", "-f", "{{.DockerRootDir}}");

        var result = await OnFullDiskAsync(bot, root, "50m");

        result.ShouldHaveEndedWith(Refused).Errors.ShouldContain("the engine's disk has");
        result.Errors.ShouldContain("make room");
        (await bot.ContainersAsync()).ShouldBeEmpty();
        (await bot.VolumesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_of_the_deployer_is_told_and_leaves_the_old_release_as_it_was()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        var containers = await bot.ContainerIdsAsync();
        bot.Set("VERSION", "2");

        var result = await OnFullDiskAsync(bot, Path.Combine(bot.Folder, ".slipway"), "4k");

        result.ShouldHaveEndedWith(Refused).Errors.ShouldContain("can't be written");
        (await bot.ContainerIdsAsync()).ShouldBe(containers);
        (await bot.VolumesAsync()).ShouldNotContain(v => v.Contains("lock", StringComparison.Ordinal));
        await bot.DeployAsync();
        (await bot.ServedVersionAsync()).ShouldBe("2");
    }

    // A small file system lies over the folder, for the deployer and its children only: the engine and the other tests keep theirs.
    private async Task<ProgramResult> OnFullDiskAsync(HelloBot bot, string folder, string size)
    {
        await Tools.NeedAsync("/usr/bin/mount", "mount");
        return await RunningProgram.RunAsync(
            [
                "unshare", "--mount", "sh", "-ec",
                "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\"; dd if=/dev/zero of=\"$2/filler\" bs=4k 2>/dev/null || true; shift 2; exec \"$@\"",
                "sh", size, folder, .. program.Command, "--target=Deploy", $"--app={bot.Folder}",
            ],
            bot.Folder,
            new Dictionary<string, string?> { ["SLIPWAY_IMAGES"] = program.Images });
    }
}
