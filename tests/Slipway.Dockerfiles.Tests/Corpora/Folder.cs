using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Ignoring;

namespace Slipway.Dockerfiles.Tests.Corpora;

/// <summary>Build contexts for tests: real folders and made-up ones.</summary>
internal static class Folder
{
    public static BuildContext Read(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => new ContextFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), new FileInfo(f).Length)).ToList();
        var ignore = Path.Combine(folder, ".dockerignore");
        return new()
        {
            Files = files,
            Ignore = File.Exists(ignore) ? IgnoreFile.Parse(File.ReadAllText(ignore)) : null,
            ReadText = p => File.Exists(Path.Combine(folder, p)) ? File.ReadAllText(Path.Combine(folder, p)) : null,
        };
    }

    public static BuildContext Of(params (string Path, string Text)[] files) => new()
    {
        Files = [.. files.Select(f => new ContextFile(f.Path, f.Text.Length))],
        Ignore = files.FirstOrDefault(f => f.Path == ".dockerignore") is { Text: { } text } ? IgnoreFile.Parse(text) : null,
        ReadText = p => files.FirstOrDefault(f => f.Path == p).Text,
    };
}
