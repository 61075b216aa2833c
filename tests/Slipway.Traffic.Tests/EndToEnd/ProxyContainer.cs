using Slipway.Testing;
using Slipway.Testing.Engine;
using Slipway.Traffic.Proxies;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>What a container of a proxy needs before it starts.</summary>
internal static class ProxyContainer
{
    public static async Task CopyAsync(ProxyFile file, string container)
    {
        // A folder that the image lacks is created by copying it; docker cp wants the parent to be there.
        using var folder = new TemporaryFolder();
        folder.Write(file.Path.TrimStart('/'), file.Content);
        await Docker.RunAsync("cp", folder.Path + "/.", $"{container}:/");
    }
}
