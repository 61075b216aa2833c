using CsCheck;
using Slipway.Engine.Commands;

namespace Slipway.Engine.Tests.Commands;

/// <summary>Commands are shown so that a person can paste them into a shell.</summary>
public sealed class CommandLineSpecs
{
    private static readonly Gen<string[]> Arguments = Gen.String[Gen.Frequency(
        (3, Gen.Char['a', 'z']), (3, Gen.Char[" '\"\\$`!*?[]{}()<>|&;#~\t\n"]), (1, Gen.Char['\u00a1', '\ud7ff'])), 0, 12].Array[1, 40];

    [Fact]
    public Task A_shown_command_means_the_same_to_a_shell() => Arguments.SampleAsync(
        async arguments =>
        {
            var shown = new CommandLine(["printf", "%s\\0", .. arguments]).ToString();

            var outcome = await new CommandRunner(null).RunAsync(new CommandLine(["/bin/sh", "-c", shown + "; printf ."]), null, TestContext.Current.CancellationToken);

            outcome.ExitCode.ShouldBe(0);
            outcome.Output.Split('\0').SkipLast(1).ShouldBe(arguments);
        },
        iter: 40,
        threads: 1);

    [Fact]
    public void Plain_words_stay_plain() => new CommandLine(["docker", "exec", "a-b_c", "x=y:1,2", "it's"]).ToString().ShouldBe("docker exec a-b_c x=y:1,2 'it'\\''s'");

    [Fact]
    public void Nothing_at_all_is_shown_as_such() => new CommandLine(["echo", ""]).ToString().ShouldBe("echo ''");
}
