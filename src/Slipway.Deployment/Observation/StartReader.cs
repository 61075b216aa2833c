using System.Collections.Immutable;
using Slipway.Compose.Services;
using Slipway.Deployment.Configuration;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.StartUp;
using Slipway.Findings.Sources;

namespace Slipway.Deployment.Observation;

/// <summary>Reads which services migrate the schema whenever they start: by the compose file, or by the Dockerfile and the scripts that it starts.</summary>
internal static class StartReader
{
    /// <summary>Reads. An image that is not built here has told nobody what its scripts do.</summary>
    /// <param name="files">The files of build contexts.</param>
    /// <returns>Of each such service what migrates; none where slipway.yaml names the migrations, which are then applied before.</returns>
    public static IReadOnlyDictionary<string, string> Read(Application application, ContextFiles files) => application.Settings.Migrations is not null
        ? new Dictionary<string, string>()
        : application.Released
            .Select(s => (s.Name, Migration: application.Compose.Find(s.Name) is { } service ? Of(service, application.Settings.Folder, files) : null))
            .Where(s => s.Migration is not null)
            .ToDictionary(s => s.Name, s => s.Migration!.Command, StringComparer.Ordinal);

    /// <summary>What migrates when a service starts; null when nothing does, as far as that is known.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <param name="files">The files of build contexts.</param>
    internal static StartMigration? Of(ComposeService service, string folder, ContextFiles files)
    {
        ImmutableArray<string> words = [.. service.Entrypoint ?? [], .. service.Command ?? []];
        return StartMigration.Of(service.Command ?? []) ?? StartMigration.Of(service.Entrypoint ?? []) ?? StartMigration.Of(words)
            ?? (service.Build is { } build ? OfBuild(service, build, folder, files, words) : null);
    }

    private static StartMigration? OfScript(string context, string? script) =>
        script is not null && TextOf(Path.Combine(context, script)) is { } content && StartMigration.Of(["sh", "-c", content]) is { } found
            ? found with { Command = $"{found.Command} ({script})" }
            : null;

    private static StartMigration? OfBuild(
        ComposeService service, BuildDefinition build, string folder, ContextFiles contexts, ImmutableArray<string> words)
    {
        var context = Path.GetFullPath(Path.Combine(folder, build.Context));
        var path = Path.Combine(context, build.Dockerfile ?? "Dockerfile");
        if (!Directory.Exists(context) || (build.Inline ?? TextOf(path)) is not { } text)
        {
            return null;
        }

        var files = contexts.Of(context, path);
        var known = new BuildContext { Files = [.. files.Select(f => new ContextFile(f, 0))], ReadText = f => TextOf(Path.Combine(context, f)) };
        return StartMigration.Of(SourceText.From(path, text), build.Target, known, service.Entrypoint, service.Command)
            ?? words.Select(w => Script(w, files)).Select(s => OfScript(context, s)).FirstOrDefault(m => m is not null);
    }

    // A script that the compose file starts is found in the build context by its name alone.
    private static string? Script(string word, IReadOnlyList<string> files)
    {
        var name = Path.GetFileName(word.Split(' ')[0]);
        return name.EndsWith(".sh", StringComparison.Ordinal) || name.Contains("entrypoint", StringComparison.Ordinal)
            ? files.FirstOrDefault(f => Path.GetFileName(f) == name) : null;
    }

    private static string? TextOf(string path)
    {
        try
        {
            return File.Exists(path) && TextFile.WhyNot(path) is null ? File.ReadAllText(path) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Whoever builds it says why it can't be read.
            return null;
        }
    }
}
