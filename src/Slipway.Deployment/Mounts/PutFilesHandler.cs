using System.Formats.Tar;
using System.Text.Json;
using Slipway.Deployment.Configuration.Mounts;
using Slipway.Deployment.Execution;
using Slipway.Engine;
using Slipway.Engine.Api;

namespace Slipway.Deployment.Mounts;

/// <summary>
/// Fills a volume through a container that is never started. The engine makes both at once, and the container is removed when everything is there:
/// as long as there is one, the copy is not whole.
/// </summary>
internal sealed class PutFilesHandler(EngineClient engine) : StepHandler<PutFilesStep>
{
    private const string Folder = "files";
    private const string Empty = "slipway/empty";

    private static readonly string[] Command = ["never-started"];

    private static readonly EnumerationOptions All = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    protected override async Task ExecuteAsync(PutFilesStep step, StepOutput output, CancellationToken cancellation)
    {
        var container = $"{step.Volume}-copy";
        await engine.DeleteAsync($"containers/{container}?force=1", cancellation);
        await engine.ImportEmptyAsync(Empty, cancellation);
        using var made = await engine.PostAsync($"containers/create?name={container}", Definition(step), cancellation);

        // Some of it may be secret: it is on no disk of this machine but in the file itself.
        using var archive = new MemoryStream();
        await WriteAsync(step.Source, archive, cancellation);
        archive.Position = 0;
        await engine.CopyIntoAsync(container, archive, cancellation);
        await engine.DeleteAsync($"containers/{container}?force=1", cancellation);
    }

    private static string Definition(PutFilesStep step)
    {
        var labels = new Dictionary<string, string> { [Labels.Application] = step.Application, [Labels.Files] = step.Volume };
        return JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Image"] = Empty,
            ["Cmd"] = Command,
            ["Labels"] = labels,
            ["HostConfig"] = new
            {
                Mounts = new[] { new { Type = "volume", Source = step.Volume, Target = "/" + Folder, VolumeOptions = new { NoCopy = true, Labels = labels } } },
            },
        });
    }

    // The archive keeps links, and who may read and execute what.
    private static async Task WriteAsync(LocalSource source, Stream archive, CancellationToken cancellation)
    {
        const string Root = $"{Folder}/{MountPlan.Inside}";
        await using var tar = new TarWriter(archive, TarEntryFormat.Pax, leaveOpen: true);
        await tar.WriteEntryAsync(source.FullPath, Root, cancellation);
        IEnumerable<string> below = source.IsFolder ? Directory.EnumerateFileSystemEntries(source.FullPath, "*", All) : [];
        foreach (var entry in below.Order(StringComparer.Ordinal))
        {
            await tar.WriteEntryAsync(entry, $"{Root}/{Path.GetRelativePath(source.FullPath, entry)}", cancellation);
        }
    }
}
