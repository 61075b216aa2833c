using System.Globalization;
using System.Security.Cryptography;
using Slipway.Deployment.Targets;
using Slipway.Docker;
using Slipway.Engine.Errors;
using Slipway.Hosts;
using Slipway.Options;
using Slipway.Phases;
using Slipway.Testing;
using Slipway.Testing.Programs;

namespace Slipway.Tests.Inputs;

/// <summary>What is wrong is told with its place, by exit code 4, before anything is changed; nothing waits for ever.</summary>
public sealed class WrongInputSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task Two_hundred_mistakes_are_each_told_where_they_are_before_anything_changes()
    {
        List<WrongInput> inputs = [.. WrongSettings.All(), .. WrongSurroundings.All()];
        var (faults, longest, slowest) = (new List<string>(), TimeSpan.Zero, string.Empty);
        var began = DateTimeOffset.UtcNow;
        foreach (var input in inputs)
        {
            var (fault, took) = await TryAsync(input);
            if (fault is not null)
            {
                faults.Add($"{input.What}: {fault}");
            }

            (longest, slowest) = took > longest ? (took, input.What) : (longest, slowest);
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{inputs.Count} mistakes, the longest took {longest.TotalSeconds:0.0} s: {slowest}"));
        faults.ShouldBeEmpty($"{faults.Count} of {inputs.Count}:\n{string.Join('\n', faults)}");
        inputs.Count.ShouldBeGreaterThan(200);
        (await EventsAsync(began)).ShouldBeEmpty();
    }

    private static async Task<(string? Fault, TimeSpan Took)> TryAsync(WrongInput input)
    {
        using var folder = new TemporaryFolder();
        folder.Write("slipway.yaml", "application: wrong-inputs\nservices: {web: {strategy: rolling}, db: {strategy: stateful}}\n");
        folder.Write("compose.yaml", "services: {web: {image: a:1}, db: {image: b:1}}\n");
        folder.Write("Dockerfile", "FROM scratch\nCMD [\"/a\"]\n");
        folder.Write(".env", "A=1\n");
        folder.Write("migrations/notes.txt", "none\n");
        input.Spoil(folder.Path);
        var before = Files(folder.Path);
        var began = TimeProvider.System.GetTimestamp();
        var (code, text) = await Task.Run(() => RunAsync(folder.Path, input.Options)).WaitAsync(Patience)
            .ContinueWith(t => t.IsCompletedSuccessfully ? t.Result : (-1, t.Exception!.InnerException is TimeoutException ? "hangs" : $"{t.Exception.InnerException}"), TaskScheduler.Default);
        var took = TimeProvider.System.GetElapsedTime(began);
        var fault = code != (int)ExitCode.BadConfiguration ? $"exit {code}, {text}"
            : !text.Contains(input.Place, StringComparison.Ordinal) ? $"no place: {text}"
            : text.Contains("   at ", StringComparison.Ordinal) || text.Contains("Exception:", StringComparison.Ordinal) ? $"not for people: {text}"
            : text.Length > 20_000 ? $"{text.Length} characters"
            : Files(folder.Path) != before ? "files were changed" : null;
        return (fault is null ? null : fault.Length > 1500 ? fault[..1500] : fault, took);
    }

    // All that a host does before it gives the word to Cake, and what its first task does.
    private static async Task<(int Code, string Text)> RunAsync(string folder, string[] options)
    {
        List<string> arguments = ["--target=Deploy", .. options.Any(o => o.StartsWith("--app", StringComparison.Ordinal)) ? [] : new[] { $"--app={folder}" }, .. options];
        using var errors = new StringWriter();
        var given = CommandLineOptions.Read(arguments, folder);
        if (UsageHost.Run(given, new Usage("slipway", new Dictionary<string, string>()), errors, errors) is { } code)
        {
            return (code, errors.ToString());
        }

        var tasks = new TaskMap([typeof(SlipwayHost).Assembly], []);
        if (tasks.Understand(given).Problem is { } problem)
        {
            return ((int)ExitCode.BadConfiguration, problem);
        }

        await using var source = new SessionSource(tasks.Understand(given), new CakeCommandLines(), tasks, RunAdditions.None);
        try
        {
            var session = await source.OpenAsync(CancellationToken.None);
            return (0, $"planned {session.Plan().Phases.Count} phases");
        }
        catch (SlipwayException failure)
        {
            return ((int)failure.Code, failure.Message);
        }
    }

    private static string Files(string folder) => string.Join('\n', new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .OrderBy(f => f.FullName, StringComparer.Ordinal)
        .Select(f => $"{f.FullName} {f.LinkTarget} {(f is FileInfo { Length: > 0, LinkTarget: null } ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f.FullName))) : string.Empty)}"));

    private static async Task<string> EventsAsync(DateTimeOffset began) => (await RunningProgram.RunAsync(
        ["docker", "events", "--since", began.ToString("O"), "--until", DateTimeOffset.UtcNow.ToString("O"), "--filter", "label=com.docker.compose.project=wrong-inputs"]))
        .ShouldHaveEndedWith(0).Output;
}
