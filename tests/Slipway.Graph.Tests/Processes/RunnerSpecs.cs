using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Slipway.Graph.Tests.Harness;

namespace Slipway.Graph.Tests.Processes;

public sealed class RunnerSpecs
{
    [Fact]
    public async Task Sixteen_tasks_of_ten_thousand_lines_lose_none_and_mix_none()
    {
        using var host = new EngineHost();
        var names = Enumerable.Range(0, 16).Select(i => $"T{i:00}").ToArray();
        foreach (var name in names)
        {
            host.Task(name).Does(context =>
            {
                using var process = DummyProcess.Start(context, $"lines 10000 {name}");
                process.WaitForExit();
                process.GetExitCode().ShouldBe(0);
            });
        }

        host.Task("All", names);

        await host.RunAsync("All");

        var blocks = host.Terminal.Out.Split("=== ", StringSplitOptions.RemoveEmptyEntries).Where(b => b.Contains('\n')).Chunk(2);
        var seen = new List<string>();
        foreach (var block in blocks.Select(p => p[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 1))
        {
            seen.Add(block[0]);
            block.Length.ShouldBe(10_001);
            block.Skip(1).ShouldAllBe(l => l.StartsWith(block[0] + " ", StringComparison.Ordinal));
            block.Skip(1).Distinct().Count().ShouldBe(10_000);
        }

        seen.Order().ShouldBe(names);
    }

    [Fact]
    public async Task Redirected_output_goes_to_the_caller_and_not_to_the_log()
    {
        using var host = new EngineHost();
        string[] lines = [];
        host.Task("A").Does(context =>
        {
            using var process = DummyProcess.Start(context, "lines 3 word", new ProcessSettings { RedirectStandardOutput = true });
            process.WaitForExit();
            lines = [.. process.GetStandardOutput()];
        });

        await host.RunAsync("A");

        lines.ShouldBe(["word 0", "word 2"]);
        host.Terminal.Out.ShouldContain("word 1");
        host.Terminal.Out.ShouldNotContain("word 0");
    }

    [Fact]
    public async Task Secret_arguments_reach_neither_the_log_nor_the_output()
    {
        using var host = new EngineHost();
        host.Context.Log.Verbosity = Verbosity.Diagnostic;
        host.Task("A").Does(context =>
        {
            var arguments = new ProcessArgumentBuilder().Append("hello").AppendSecret("hunter2");
            using var process = context.ProcessRunner.Start("/bin/echo", new ProcessSettings { Arguments = arguments });
            process.WaitForExit();
        });

        await host.RunAsync("A");

        host.Terminal.Out.ShouldContain("hello [REDACTED]");
        host.Terminal.Out.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        using var host = new EngineHost();
        host.Task("A").Does(c => c.ProcessRunner.Start("/no/such/program", new ProcessSettings()));

        var error = await host.FailAsync("A");

        error.Message.ShouldStartWith("'/no/such/program' could not be started in ");
    }

    [Fact]
    public async Task The_exit_code_and_the_environment_are_those_of_the_process()
    {
        using var host = new EngineHost();
        var code = 0;
        host.Task("A").Does(context =>
        {
            using var process = context.ProcessRunner.Start("/bin/sh", new ProcessSettings
            {
                Arguments = ProcessArgumentBuilder.FromString("-c \"echo $CAKE $COLOUR in $PWD; exit 3\""),
                EnvironmentVariables = new Dictionary<string, string> { ["COLOUR"] = "green" },
                WorkingDirectory = "/usr",
            });
            process.WaitForExit();
            code = process.GetExitCode();
        });

        await host.RunAsync("A");

        code.ShouldBe(3);
        host.Terminal.Out.ShouldContain("True green in /usr");
    }
}
