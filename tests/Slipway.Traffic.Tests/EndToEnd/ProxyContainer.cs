using Slipway.Testing;
using Slipway.Testing.Engine;
using Slipway.Testing.Programs;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

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

    public static async Task CopyAsync(TlsFile file, string container)
    {
        using var folder = new TemporaryFolder();
        folder.Write(file.Path.TrimStart('/'), file.Content.Pem);
        (await RunningProgram.RunAsync(["chmod", "600", Path.Combine(folder.Path, file.Path.TrimStart('/'))])).ShouldHaveEndedWith(0);
        await Docker.RunAsync("cp", folder.Path + "/.", $"{container}:/");
    }
}
