using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Slipway.EndToEnd.Applications;

namespace Slipway.EndToEnd.Plans;

/// <summary>Everything that a plan could change: files, containers, images, networks, volumes, rows and the proxy's state.</summary>
internal static class WorldSnapshot
{
    public static async Task<string> TakeAsync(HelloBot bot)
    {
        var containers = await Docker.LinesAsync("ps", "-aq", "--no-trunc", "--filter", $"label=com.docker.compose.project={bot.Name}");
        List<string> parts =
        [
            .. Files(bot.Folder),
            .. containers.Count == 0 ? [] : Inspected(await Docker.RunAsync(["inspect", .. containers])),
            .. await Docker.LinesAsync("images", "--no-trunc", "--filter", $"reference=slipway/{bot.Name}-*", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}"),
            .. await Docker.LinesAsync("images", "--no-trunc", "--filter", $"reference={bot.Name}", "--format", "{{.Repository}}:{{.Tag}} {{.ID}}"),
            .. await bot.VolumesAsync(),
            .. await bot.NetworksAsync(),
        ];
        foreach (var thing in (await bot.VolumesAsync()).Concat(await bot.NetworksAsync()))
        {
            parts.Add(await Docker.RunAsync("inspect", thing));
        }

        if (containers.Count > 0)
        {
            parts.Add(await Docker.RunAsync("exec", bot.Proxy, "sh", "-c", "ls -lR --full-time /slots; find /slots -type f -exec cat {} +"));
            parts.Add(await Docker.RunAsync("exec", $"{bot.Name}-db-1", "pg_dump", "-U", "hello", "--exclude-table-data=poller_heartbeats", "hello"));
        }

        return string.Join('\n', parts.Select(p => string.Join('\n', p.Split('\n').Where(l => !l.StartsWith("\\restrict", StringComparison.Ordinal) && !l.StartsWith("\\unrestrict", StringComparison.Ordinal)))));
    }

    private static IEnumerable<string> Files(string folder) =>
        from file in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        orderby file.FullName
        select $"{file.FullName} {file.LastWriteTimeUtc:O} {(file is FileInfo ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file.FullName))) : "folder")}";

    // The health checks go on by themselves, whoever looks.
    private static IEnumerable<string> Inspected(string json)
    {
        foreach (var container in JsonNode.Parse(json)!.AsArray())
        {
            container!["State"]!.AsObject().Remove("Health");
            container.AsObject().Remove("ExecIDs");
            yield return container.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
        }
    }
}
