using System.Text.Json;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Testing;
using Slipway.Testing.Engine;

namespace Slipway.Dockerfiles.Tests.Ignoring;

/// <summary>What the engine is really sent with an ignore file, for every case in the list.</summary>
public sealed class EngineIgnoreSpecs(ITestOutputHelper output)
{
    private static readonly string[] Files =
    [
        "README.md", "CHANGES.md", "a.txt", "ab.txt", "a*c.txt", "b/a.txt", "b/c/a.txt", "b/c/d/README.md", "docs/keep.md", "docs/x/y.md", "logs/a.log", "a.log", "foo", "xfoo", "x/foo/y",
        "node_modules/m/index.js", "web/node_modules/n/index.js", "[z].txt", "sp ace.txt", ".hidden", ".git/HEAD", "src/main.py", "src/__pycache__/m.pyc", "a.b.c", "A.txt", "é.txt", "#hash",
    ];

    private static readonly string[] Cases =
    [
        "a.txt", "b", "b/", "/b", "./b/../a.txt", "*", "*.md", "*/*.md", "**/*.md", "**", "b/**", "b/**/a.txt", "**/foo", "**foo", "a?.txt", "[a-b]*.txt", "[^a]*", "a\\*c.txt", "\\[z].txt", "a.b?c", "A.txt",
        "*\n!a.txt", "*\n!b", "*\n!b/c", "*\n!b/c/a.txt", "*\n!**/*.md", "*.md\n!README.md", "*.md\n!README*.md\nREADME.md", "!a.txt\n*", "# a.txt\n\n  b  ", "#hash", "\\#hash", "a.txt\r\nb\r\n", "! a.txt",
        "docs\n!docs/keep.md", "docs/*\n!docs/keep.md", "docs/**\n!docs/x", "**/node_modules", "node_modules", "**/__pycache__\n**/*.pyc", ".*", ".git", "sp ace.txt", "é*", "**/a.txt\n!b/c/a.txt", "b/*/a.txt", "*/c", "**/c/**",
        "x/foo\n!x/foo/y", "*\n!src\nsrc/__pycache__", "*\n!*/", "b/c/..", "**/[Rr]*", "*.txt\n!*b.txt\nab*", "///b", "b//c", "**/*/a.txt", "***/a.txt", "a**", "**a.txt",
    ];

    [Fact]
    public async Task The_engine_is_sent_what_the_patterns_leave()
    {
        using var root = new TemporaryFolder();
        Write(root.Path);
        (await Docker.TryAsync(["buildx", "bake", "--progress=plain", "--file", "bake.json"], root.Path)).ShouldHaveEndedWith(0);

        Enumerable.Range(0, Cases.Length).Select(i => (Cases[i], Sent(Path.Combine(root.Path, "sent", $"{i}")))).ShouldBe(Cases.Select(c => (c, Expected(c))));
        output.WriteLine($"{Cases.Length} ignore files, {Files.Length} paths each");
    }

    private static void Write(string root)
    {
        var context = Path.Combine(root, "context");
        foreach (var file in Files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(context, file))!);
            File.WriteAllText(Path.Combine(context, file), file);
        }

        var bake = new Dictionary<string, object>();
        for (var index = 0; index < Cases.Length; index++)
        {
            File.WriteAllText(Path.Combine(root, $"{index}.Dockerfile"), "FROM scratch\nCOPY . /\n");
            File.WriteAllText(Path.Combine(root, $"{index}.Dockerfile.dockerignore"), Cases[index] + "\n");
            bake[$"t{index}"] = new { context, dockerfile = Path.Combine(root, $"{index}.Dockerfile"), output = new[] { $"type=local,dest={root}/sent/{index}" } };
        }

        File.WriteAllText(Path.Combine(root, "bake.json"), JsonSerializer.Serialize(new { target = bake, group = new { @default = new { targets = bake.Keys } } }));
    }

    private static string Expected(string patterns)
    {
        var ignore = IgnoreFile.Parse(patterns);
        return string.Join(' ', Files.Where(f => !ignore.Ignores(f)).Order(StringComparer.Ordinal));
    }

    private static string Sent(string folder) => !Directory.Exists(folder) ? string.Empty : string.Join(' ',
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal));
}
