using System.Text.RegularExpressions;

namespace Benchmarks.Deploy;

/// <summary>A copy of a sample under a name of its own, so that a benchmark touches nobody's deployment.</summary>
internal static partial class SampleCopy
{
    /// <summary>Copies a sample as it is.</summary>
    public static void Plain(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(from, file);
            if (relative.StartsWith(".slipway", StringComparison.Ordinal))
            {
                continue;
            }

            var target = Path.Combine(to, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Copies the sample for images that a pipeline has built: it is told which, and builds none.</summary>
    public static void WithImages(string from, string to, string name)
    {
        Plain(from, to);
        Edit(Path.Combine(to, "compose.yaml"), text => BuildSection().Replace(Name().Replace(text, $"name: {name}", 1), string.Empty, 1));
    }

    /// <summary>Names Slipway's application, and the proxy that it is to have.</summary>
    public static void ForSlipway(string folder, string name, string proxy)
    {
        Edit(Path.Combine(folder, "slipway.yaml"), text => ProxyKind().Replace(Application().Replace(text, $"application: {name}", 1), $"kind: {proxy}", 1));
        if (proxy == "haproxy")
        {
            Edit(Path.Combine(folder, "compose.yaml"), text => text.Replace("/nginx:1.28", "/haproxy:2.8", StringComparison.Ordinal));
        }
    }

    private static void Edit(string file, Func<string, string> change)
    {
        var before = File.ReadAllText(file);
        var after = change(before);
        File.WriteAllText(file, after != before ? after : throw new InvalidOperationException($"{file} is not as the benchmark expects it."));
    }

    [GeneratedRegex(@"^name: .*$", RegexOptions.Multiline)]
    private static partial Regex Name();

    // Up to the next key at its own depth.
    [GeneratedRegex(@"^  build:\n(    .*\n)+", RegexOptions.Multiline)]
    private static partial Regex BuildSection();

    [GeneratedRegex(@"^application: .*$", RegexOptions.Multiline)]
    private static partial Regex Application();

    [GeneratedRegex(@"kind: nginx\b.*$", RegexOptions.Multiline)]
    private static partial Regex ProxyKind();
}
