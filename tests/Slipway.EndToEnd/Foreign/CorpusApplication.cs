using System.Security.Cryptography;
using System.Text.Json;
using Slipway.EndToEnd.Applications;
using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Foreign;

/// <summary>A copy of a public compose application, of which only the compose file and the Dockerfiles are known.</summary>
internal sealed class CorpusApplication : DeployedApplication
{
    private CorpusApplication(SlipwayProgram program, string sources)
        : base(program, sources) => Environment["COMPOSE_PROJECT_NAME"] = Name;

    public static async Task<CorpusApplication> CreateAsync(SlipwayProgram program, string sources)
    {
        var application = new CorpusApplication(program, sources);
        await application.CopyAsync();
        await application.WriteMissingFilesAsync();
        return application;
    }

    /// <summary>All that a plan could change: files, and what the engine has of the application and of the images that it names.</summary>
    public async Task<string> SnapshotAsync()
    {
        var images = (await ComposeAsync("config", "--images")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        List<string> parts =
        [
            .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(f => $"{f} {File.GetLastWriteTimeUtc(f):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"),
            .. await ContainersAsync(),
            .. await NetworksAsync(),
            .. await VolumesAsync(),
            .. await Docker.LinesAsync(["images", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}", .. images.SelectMany(i => (string[])["--filter", $"reference={i}"])]),
        ];
        return string.Join('\n', parts);
    }

    /// <summary>Writes the files of secrets and configs, without which compose starts no service that has one.</summary>
    private async Task WriteMissingFilesAsync()
    {
        using var model = JsonDocument.Parse((await ComposeAsync("config", "--format", "json")).Output);
        var files = ((string[])["secrets", "configs"])
            .SelectMany(kind => model.RootElement.TryGetProperty(kind, out var named) ? named.EnumerateObject() : [])
            .Where(file => file.Value.TryGetProperty("file", out _))
            .Select(file => file.Value.GetProperty("file").GetString()!);
        foreach (var file in files.Where(f => !File.Exists(f)))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, "of the test");
        }
    }
}
