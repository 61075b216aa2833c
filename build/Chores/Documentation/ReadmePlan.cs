using System.Text.RegularExpressions;
using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using Slipway.Phases;

using Path = System.IO.Path;

namespace Build.Chores.Documentation;

/// <summary>The plan on the README's first screen: a real one, of the sample's first deployment.</summary>
internal static partial class ReadmePlan
{
    private const string Begin = "<!-- plan: written by ./build.sh --target=Docs from a real run -->";
    private const string End = "<!-- /plan -->";
    private const string Stranger = "slipway-readme";

    /// <summary>Plans a copy of the sample under a name that has never been deployed.</summary>
    public static string Make(SlipwayContext context, string repository)
    {
        var folder = Directory.CreateTempSubdirectory("slipway-readme-").FullName;
        try
        {
            Copy(Path.Combine(repository, "samples", "hello-bot"), folder);
            Replace(Path.Combine(folder, "slipway.yaml"), "application: hello-bot", $"application: {Stranger}");

            // An image of its own from sources of its own: nothing that this machine has built serves it.
            Replace(Path.Combine(folder, "compose.yaml"), "hello-bot:dev", $"{Stranger}:dev");
            File.WriteAllText(Path.Combine(folder, "app", "stranger.py"), $"NAME = \"{Path.GetFileName(folder)}\"\n");
            var arguments = new ProcessArgumentBuilder().AppendQuoted(typeof(ReadmePlan).Assembly.Location)
                .Append("--target=Plan")
                .Append($"--app=\"{folder}\"");
            var exitCode = context.StartProcess(
                Environment.ProcessPath ?? "dotnet",
                new ProcessSettings
                {
                    Arguments = arguments,
                    RedirectStandardOutput = true,

                    // The names of the public images, wherever this machine has them from.
                    EnvironmentVariables = new Dictionary<string, string> { ["HELLO_BOT_PORT"] = "18099", ["SLIPWAY_IMAGES"] = string.Empty },
                }, out var lines);
            return exitCode == 2
                ? string.Join('\n', lines).Replace(Stranger, "hello-bot", StringComparison.Ordinal).Trim()
                : throw new CakeException(1, $"Plan ended with {exitCode} instead of 2");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Puts a plan into the README's text.</summary>
    public static string Insert(string readme, string plan)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        return begin < 0 || end < begin
            ? throw new CakeException(1, $"README.md lacks the lines \"{Begin}\" and \"{End}\"")
            : $"{readme[..(begin + Begin.Length)]}\n```console\n$ ./build.sh --target=Plan\n{plan}\n```\n{readme[end..]}";
    }

    /// <summary>A text without what differs from machine to machine: names of releases, addresses, versions.</summary>
    public static string Masked(string text) => Varying().Replace(text, "~");

    private static void Replace(string file, string old, string text) =>
        File.WriteAllText(file, File.ReadAllText(file).Replace(old, text, StringComparison.Ordinal));

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.Contains("/.slipway/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    [GeneratedRegex(@"\b[0-9a-f]{10}\b|\b10\.\d+\.\d+\.\d+\b|\(Docker [^)]*\)")]
    private static partial Regex Varying();
}
