using System.Text.Json;
using Slipway.Testing;

namespace Slipway.Dockerfiles.Tests.Corpora;

/// <summary>Public Dockerfiles and the engine's own parser cases, which are not part of this repository.</summary>
internal static class Corpus
{
    public const string Absent = "SLIPWAY_CORPUS names no folder with the corpus: skipped";

    public static string? Folder => Environment.GetEnvironmentVariable("SLIPWAY_CORPUS") is { Length: > 0 } folder && Directory.Exists(folder) ? folder : null;

    public static JsonElement Vectors()
    {
        Assert.SkipWhen(Folder is null, Absent);
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "dockerfile-parser", "vectors.json")));
        return document.RootElement.Clone();
    }

    public static IReadOnlyList<string> Dockerfiles()
    {
        Assert.SkipWhen(Folder is null, Absent);
        return [.. Directory.EnumerateFiles(Path.Combine(Folder!, "compose-apps"), "Dockerfile", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    /// <summary>The Dockerfiles of this repository's samples.</summary>
    public static IReadOnlyList<string> Samples() =>
        [.. Directory.EnumerateFiles(RepositoryFile.PathOf("samples"), "Dockerfile", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
