using Slipway.Docker;
using Slipway.Engine.Commands;

namespace Slipway.Tests.Docker;

/// <summary>What Cake.Docker makes is what a person would type, and what plans have always shown.</summary>
public sealed class CakeCommandLinesSpecs
{
    private static readonly CakeCommandLines Docker = new();
    private static readonly ComposeProject Shop = new("shop", ["compose.yaml", ".slipway/slots.yaml"], "/srv/shop");

    public static TheoryData<CommandLine, string> OfCompose() => new()
    {
        { Docker.Build(Shop, ["bot", "poller"]), "build bot poller" },
        { Docker.Pull(Shop, ["db"]), "pull --quiet db" },
        { Docker.Create(Shop, ["bot-blue"], force: false), "up --no-start --no-deps --no-build bot-blue" },
        { Docker.Create(Shop, ["bot-blue", "poller"], force: true), "up --no-start --no-deps --no-build --force-recreate bot-blue poller" },
        { Docker.Start(Shop, ["bot-blue", "bot-green"]), "up -d --no-deps --no-build bot-blue bot-green" },
        { Docker.UpAndWait(Shop, ["db"]), "up -d --no-deps --wait db" },
        { Docker.UpAndWait(Shop, ["db"], keep: true), "up -d --no-deps --no-recreate --wait db" },
        { Docker.Up(Shop, ["proxy"]), "up -d --no-deps proxy" },
        { Docker.Up(Shop, ["proxy"], stopSeconds: 0), "up -d --no-deps -t 0 proxy" },
        { Docker.Up(Shop, ["proxy"], stopSeconds: 1234), "up -d --no-deps -t 1234 proxy" },
        { Docker.Remove(Shop, ["bot-green"]), "rm --stop --force bot-green" },
    };

    public static TheoryData<CommandLine, string> OfDocker() => new()
    {
        { Docker.Tag("bot:latest", "slipway/shop-bot:r1"), "docker tag bot:latest slipway/shop-bot:r1" },
        { Docker.RemoveImages(["bot:1", "bot:2"]), "docker image rm bot:1 bot:2" },
        { Docker.Stop(["a", "b"]), "docker stop a b" },
        { Docker.Stop(["a"], seconds: 10), "docker stop -t 10 a" },
        { Docker.Start(["a", "b"]), "docker start a b" },
        { Docker.Remove(["a", "b"]), "docker rm a b" },
        { Docker.Execute("shop-db-1", ["pg_dump", "-U", "me", "--file", "/tmp/a b"]), "docker exec shop-db-1 pg_dump -U me --file '/tmp/a b'" },
    };

    [Theory]
    [MemberData(nameof(OfCompose))]
    public void A_command_of_compose_names_the_project_and_its_files_and_is_run_in_its_folder(CommandLine line, string expected)
    {
        line.ToString().ShouldBe("docker compose -p shop -f compose.yaml -f .slipway/slots.yaml " + expected);
        line.Folder.ShouldBe("/srv/shop");
        line.Environment.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(OfDocker))]
    public void A_command_of_docker_is_run_wherever_Slipway_is(CommandLine line, string expected)
    {
        line.ToString().ShouldBe(expected);
        line.Folder.ShouldBeNull();
    }

    [Fact]
    public void Compose_chooses_the_name_of_a_project_that_has_none() =>
        Docker.Build(Shop with { Name = null }, []).ToString().ShouldBe("docker compose -f compose.yaml -f .slipway/slots.yaml build");

    [Theory]
    [InlineData("Verkäufe im März.yaml", "'Verkäufe im März.yaml'")]
    [InlineData("Größe.yaml", "'Größe.yaml'")]
    [InlineData("it's.yaml", @"'it'\''s.yaml'")]
    [InlineData("\"a\" \\b\\.yaml", "'\"a\" \\b\\.yaml'")]
    [InlineData("--file", "--file")]
    [InlineData("{0}.yaml", "'{0}.yaml'")]
    public void A_name_is_one_word_whatever_it_contains(string name, string quoted)
    {
        var line = Docker.Pull(new ComposeProject(name, [name, name], "/srv"), [name]);

        line.Arguments.ShouldBe(["docker", "compose", "-p", name, "-f", name, "-f", name, "pull", "--quiet", name]);
        line.ToString().ShouldBe($"docker compose -p {quoted} -f {quoted} -f {quoted} pull --quiet {quoted}");
        Docker.Tag(name, name).Arguments.ShouldBe(["docker", "tag", name, name]);
    }

    [Fact]
    public void The_same_question_has_the_same_answer() => Docker.Up(Shop, ["proxy"], 1).Arguments.ShouldBe(Docker.Up(Shop, ["proxy"], 1).Arguments);
}
