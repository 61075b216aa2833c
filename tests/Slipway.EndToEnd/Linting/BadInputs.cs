using System.Text;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Linting;

/// <summary>Compose files that nobody should write, looked at by whole processes that may use little memory.</summary>
public sealed class BadInputs(SlipwayProgram program) : IDisposable
{
    // In hexadecimal digits, as .NET reads it: 128 MiB of objects.
    private const string MostMemory = "8000000";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-e2e-bad-");

    public static TheoryData<string, string, string> Files { get; } = new()
    {
        { "broken YAML", "services:\n  web: {image: a\n", "compose.yaml:3:1: error SLC001: this is no valid YAML" },
        { "an unknown key", "services:\n  web:\n    image: a:1\n    restrat: always\n", "compose.yaml:4:5: error SLC002: a service has no key restrat; did you mean restart?" },
        { "a key twice", "services:\n  web:\n    image: a:1\n    image: b:1\n", "compose.yaml:4:5: error SLC001: the key image is there twice" },
        { "an anchor in itself", "services:\n  web: &web\n    image: a:1\n    labels: *web\n", "compose.yaml:4:13: error SLC001: *web stands inside of its own anchor" },
        { "extends in a circle", "services:\n  a: {extends: b}\n  b: {extends: {service: a}}\n", "compose.yaml:2:16: error SLC003: a extends b extends a" },
        { "extends of nothing", "services:\n  a: {extends: {file: gone.yaml, service: b}}\n", "compose.yaml:2:23: error SLC003: there is no file" },
        { "includes in a circle", "include:\n  - compose.yaml\n", "compose.yaml:2:5: error SLC003: including" },
        { "a billion laughs", Laughs(), "compose.yaml:42:1: error SLC002: a compose file has no key lol40" },
        { "a billion merges", Merges(), "error SLC001: the merge keys of this file add up to too many entries" },
        { "10 MB in many lines", "services:\n" + string.Concat(Enumerable.Range(0, 400_000).Select(i => $"  s{i}: {{image: a:1}}\n")), "compose.yaml:1:1: error SLC001: it has more than 1048576 characters" },
        { "10 MB in one line", "services: {s: {image: \"" + new string('x', 10_000_000) + "\"}}", "compose.yaml:1:1: error SLC001: it has more than 1048576 characters" },
        { "100,000 brackets", new string('[', 100_000), "compose.yaml:1:65: error SLC001: this is nested more than 64 deep" },
        { "40,000 services", "x: &x {a: {b: c}}\nservices:\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"  s{i}: {{labels: *x}}\n")), "compose.yaml:1003:3: error SLC001: there are more than 1000 services" },
        { "no map", "- services\n", "compose.yaml:1:1: error SLC001: a compose file is a map" },
    };

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Files), DisableDiscoveryEnumeration = true)]
    public async Task A_fault_is_told_with_its_place_in_bounded_time_and_memory(string what, string text, string message)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "compose.yaml"), text, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "Dockerfile"), "FROM a:1\nUSER 1\n", TestContext.Current.CancellationToken);
        var began = TimeProvider.System.GetTimestamp();

        var lint = await RunAsync("Lint", "--format=github");
        var shown = await RunAsync("Lint");
        var mended = await RunAsync("Optimize", "--apply");

        lint.ExitCode.ShouldBe(1, $"{what}: {lint.Text}");
        shown.Output.ShouldContain(message, customMessage: what);
        shown.Output.Length.ShouldBeLessThan(100_000, "nobody reads more");
        mended.ShouldHaveEndedWith(0).Errors.ShouldContain(message, customMessage: $"{what}: Optimize says it too");
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "compose.yaml"), TestContext.Current.CancellationToken)).Length.ShouldBe(text.Length, "what isn't understood isn't mended");
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(Limit, what);
    }

    private Task<ProgramResult> RunAsync(string target, params string[] options) => RunningProgram.RunAsync(
        [.. program.Command, $"--target={target}", $"--app={_folder.FullName}", .. options],
        environment: new Dictionary<string, string?> { ["DOTNET_GCHeapHardLimit"] = MostMemory });

    private static string Laughs()
    {
        var text = new StringBuilder("services: {a: {image: a:1, restart: always}}\nlol0: &lol0 [ha, ha]\n");
        for (var level = 1; level <= 40; level++) text.Append($"lol{level}: &lol{level} [*lol{level - 1}, *lol{level - 1}, *lol{level - 1}]\n");
        return text.ToString();
    }

    private static string Merges()
    {
        var text = new StringBuilder("x-0: &m0 {" + string.Join(", ", Enumerable.Range(0, 2000).Select(i => $"k{i}: 1")) + "}\n");
        for (var level = 1; level <= 2000; level++) text.Append($"x-{level}: &m{level} {{<<: *m{level - 1}, l{level}: 1}}\n");
        return text.Append("services: {a: {<<: *m2000}}\n").ToString();
    }
}
