using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Machine;

namespace Slipway.EndToEnd.Secrets;

public sealed class Secrecy(SlipwayProgram program)
{
    [Fact]
    public async Task The_database_password_is_in_no_argument_no_output_and_no_file_that_Slipway_writes()
    {
        await using var bot = await HelloBot.CreateAsync(program);
        bot.ForgetMigrationsAfter("0004");
        var calls = await RecordDockerAsync(bot);
        var seen = new ConcurrentDictionary<string, int>();
        using var enough = new CancellationTokenSource();
        var watching = Task.Run(() => Watch(seen, enough.Token), TestContext.Current.CancellationToken);

        List<ProgramResult> results = [await bot.RunAsync("Plan"), await bot.RunAsync("Deploy")];
        bot.Remember("0005");
        bot.Set("VERSION", "2");
        results.Add(await bot.RunAsync("Plan", "--json"));
        results.Add(await bot.RunAsync("Deploy", "--verbosity=diagnostic"));
        results.Add(await bot.RunAsync("Rollback"));
        bot.Set("BOOT_SECONDS", "not-a-number");
        results.Add(await bot.RunAsync("Deploy", "--verbosity=diagnostic"));
        results.Add(await bot.RunAsync("Status", "--json"));
        await enough.CancelAsync();
        await watching;

        results.Select(r => r.ExitCode).ShouldBe([2, 0, 2, 0, 0, 7, 0], string.Join('\n', results));
        results.ShouldAllBe(r => !r.Text.Contains(HelloBot.Password, StringComparison.Ordinal));
        var arguments = await File.ReadAllTextAsync(calls, TestContext.Current.CancellationToken);
        arguments.ShouldContain("pg_dump");
        arguments.ShouldContain("run --rm");
        arguments.ShouldNotContain(HelloBot.Password);
        seen.Keys.ShouldContain(a => a.Contains("slipway-build.dll", StringComparison.Ordinal));
        seen.Keys.ShouldNotContain(a => a.Contains(HelloBot.Password, StringComparison.Ordinal));
        var state = Directory.EnumerateFiles(Path.Combine(bot.Folder, ".slipway"), "*", SearchOption.AllDirectories).ToList();
        state.ShouldContain(f => f.EndsWith(".dump", StringComparison.Ordinal));
        state.ShouldContain(f => f.EndsWith("slots.yaml", StringComparison.Ordinal));
        state.ShouldContain(f => f.EndsWith(".jsonl", StringComparison.Ordinal));
        state.ShouldAllBe(f => !File.ReadAllText(f).Contains(HelloBot.Password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_migration_prints_tells_no_secret_in_any_form_and_does_nothing_to_the_terminal()
    {
        await using var bot = await HelloBot.DeployedAsync(program);
        bot.Write("migrations/versions/0006_talk.py", """
            "Says too much."
            import base64, os, urllib.parse

            revision = "0006"
            down_revision = "0005"
            branch_labels = None
            depends_on = None


            def upgrade() -> None:
                password = os.environ["POSTGRES_PASSWORD"]
                for before in ("", "x", "xy"):
                    print("base64", base64.b64encode((before + password + "!").encode()).decode(), flush=True)
                print("percent", "".join("%%%02x" % b for b in password.encode()) , flush=True)
                print("url", f"postgres://hello:{urllib.parse.quote(password, safe='')}@db/hello", flush=True)
                print("\x1b]0;owned\x07\x1b[2J", flush=True)
            """);

        var result = await bot.DeployAsync();

        var (journal, text) = (string.Join('\n', bot.Journal.Newest().Select(e => e.Text)), result.Text);
        foreach (var seen in (string[])[text, journal])
        {
            seen.ShouldContain("postgres://hello:*****@db/hello");
            seen.ShouldNotContain(HelloBot.Password);
            seen.ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(HelloBot.Password))[..24]);
            seen.ShouldNotContain(string.Concat(HelloBot.Password.Select(c => $"%{(int)c:x2}")));
            seen.ShouldContain("\\x1b]0;owned\\x07\\x1b[2J");
            seen.ShouldNotContain('\u001b');
        }
    }

    [Fact]
    public async Task No_secret_from_wherever_is_in_any_argument_output_or_file_in_any_form()
    {
        await using var talking = await TalkingApplication.CreateAsync(program);
        var calls = await RecordDockerAsync(talking);
        talking.WriteRegistry(Path.GetDirectoryName(calls)!);
        var seen = new ConcurrentDictionary<string, int>();
        using var enough = new CancellationTokenSource();
        var watching = Task.Run(() => Watch(seen, enough.Token), TestContext.Current.CancellationToken);

        List<ProgramResult> results = [await talking.RunAsync("Plan"), await talking.RunAsync("Plan", "--json"), await talking.RunAsync("Deploy", "--verbosity=diagnostic")];
        talking.Break();
        results.Add(await talking.RunAsync("Deploy", "--verbosity=diagnostic"));
        results.Add(await talking.RunAsync("Status", "--json"));
        talking.Edit("compose.yaml", "services:\n", $"services:\n  {JsonSerializer.Serialize(KnownSecrets.Of("environment"))}: 1\n");
        results.Add(await talking.RunAsync("Deploy", "--verbosity=diagnostic"));
        results.Add(await talking.RunAsync("Plan", $"--host=ssh://me:{Uri.EscapeDataString(KnownSecrets.Of("environment"))}@127.0.0.1:x"));
        await enough.CancelAsync();
        await watching;

        results.Select(r => r.ExitCode).ShouldBe([2, 2, 0, 7, 0, 4, 4], string.Join('\n', results));
        results[2].Text.Split(TalkingApplication.Witness).Length.ShouldBeGreaterThan(KnownSecrets.Sources.Count * 8);
        results[3].Text.ShouldContain(TalkingApplication.Witness);
        results[2].Text.ShouldContain("\\x1b]0;owned\\x07\\x1b[2J");
        results.ShouldAllBe(r => !r.Text.Contains('\u001b'));
        var state = Directory.EnumerateFiles(Path.Combine(talking.Folder, ".slipway"), "*", SearchOption.AllDirectories).ToList();
        state.ShouldContain(f => f.EndsWith("slots.yaml", StringComparison.Ordinal));
        var everything = results.Select(r => (Where: r.Command, Text: r.Output + r.Errors))
            .Concat(state.Select(f => (Where: f, Text: File.ReadAllText(f))))
            .Append((Where: "arguments of docker", Text: await File.ReadAllTextAsync(calls, TestContext.Current.CancellationToken)))
            .Append((Where: "arguments of others", Text: string.Join('\n', seen.Keys.Where(a => !a.Contains("--host=", StringComparison.Ordinal) && !a.Contains("httpd", StringComparison.Ordinal) && !a.StartsWith("true ", StringComparison.Ordinal)))));
        everything.SelectMany(e => KnownSecrets.Sources.SelectMany(s => KnownSecrets.Traces(KnownSecrets.Of(s))
            .Where(t => e.Text.Contains(t, StringComparison.Ordinal)).Select(t => $"{s} as {t}: {e.Where}"))).ShouldBeEmpty();
    }

    // Every call of docker and of its compose plugin goes through a note of its arguments; what these start is seen in the
    // process table.
    private static async Task<string> RecordDockerAsync(DeployedApplication bot)
    {
        var bin = Directory.CreateTempSubdirectory("slipway-e2e-bin-").FullName;
        var calls = Path.Combine(bin, "calls");
        var plugin = Path.Combine(Directory.CreateDirectory(Path.Combine(bin, "cli-plugins")).FullName, "docker-compose");
        await File.WriteAllTextAsync(Path.Combine(bin, "docker"), $"#!/bin/sh\necho \"$*\" >> {calls}\nPATH=\"${{PATH#*:}}\" exec docker \"$@\"\n");
        await File.WriteAllTextAsync(plugin, $"#!/bin/sh\necho \"$*\" >> {calls}\nunset DOCKER_CONFIG\nPATH=\"${{PATH#*:}}\" exec docker compose \"$@\"\n");
        (await RunningProgram.RunAsync(["chmod", "755", Path.Combine(bin, "docker"), plugin])).ShouldHaveEndedWith(0);
        bot.Environment["DOCKER_CONFIG"] = bin;
        bot.Environment["PATH"] = $"{bin}:{Environment.GetEnvironmentVariable("PATH")}";
        return calls;
    }

    private static void Watch(ConcurrentDictionary<string, int> seen, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            foreach (var (id, arguments) in ProcessTable.All())
            {
                seen.TryAdd(arguments, id);
            }

            Thread.Yield();
        }
    }
}
