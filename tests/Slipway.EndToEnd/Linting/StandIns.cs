using System.Text.RegularExpressions;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Linting;

/// <summary>
/// Images in the place of those that a machine without a public registry can't have: Fixtures/standin for what compiles and
/// runs programs, this machine's nginx for nginx. They take that place for one build only; no public name is tagged.
/// </summary>
internal static partial class StandIns
{
    private const string Box = "slipway-e2e-standin:box";

    private const string Tools = "slipway-e2e-standin:tools";

    private const string Nginx = "slipway-e2e-standin:nginx";

    /// <summary>Makes them; the engine has them in its cache from the second time on.</summary>
    public static async Task MakeAsync(SlipwayProgram program)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Fixtures", "standin");
        await Docker.RunAsync("build", "-q", "-t", Box, "--build-arg", $"PYTHON={program.Images}/python:3.11-slim-bookworm", folder);
        await Docker.RunAsync("build", "-q", "-t", Nginx, "--build-arg", $"NGINX={program.Images}/nginx:1.28", "-f", Path.Combine(folder, "nginx.Dockerfile"), folder);
        await Docker.RunAsync("build", "-q", "-t", Tools, "-f", Path.Combine(folder, "tools.Dockerfile"), folder);
    }

    /// <summary>What a build is told so that each image from elsewhere is stood in for.</summary>
    public static IEnumerable<string> Arguments(string dockerfile)
    {
        var stages = Names(dockerfile).ToHashSet(StringComparer.Ordinal);
        return From().Matches(dockerfile).Concat(CopyFrom().Matches(dockerfile)).Select(m => m.Groups["image"].Value)
            .Where(i => !stages.Contains(i) && i != "scratch" && !i.Contains('$', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .SelectMany(i => new[] { "--build-context", $"{i}=docker-image://{Instead(i)}" });
    }

    /// <summary>The stages that no other one needs, so that building them builds all; the last one is null.</summary>
    public static IEnumerable<string?> Leaves(string dockerfile)
    {
        var used = From().Matches(dockerfile).Concat(CopyFrom().Matches(dockerfile)).Select(m => m.Groups["image"].Value).ToHashSet(StringComparer.Ordinal);
        var last = From().Matches(dockerfile)[^1].Groups["name"].Value;
        return Names(dockerfile).Where(n => !used.Contains(n) && n != last).Append(null);
    }

    private static IEnumerable<string> Names(string dockerfile) => From().Matches(dockerfile).Select(m => m.Groups["name"].Value).Where(n => n.Length > 0);

    private static string Instead(string image) => image.StartsWith("nginx:", StringComparison.Ordinal) ? Nginx : image.Contains("docker/docker", StringComparison.Ordinal) ? Tools : Box;

    [GeneratedRegex(@"^FROM (--platform=\S+ )?(?<image>\S+)( AS (?<name>\S+))?", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex From();

    [GeneratedRegex(@"--from=(?<image>\S+)", RegexOptions.ExplicitCapture)]
    private static partial Regex CopyFrom();
}
