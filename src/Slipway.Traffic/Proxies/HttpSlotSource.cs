using Slipway.Traffic.Http;

namespace Slipway.Traffic.Proxies;

/// <summary>The proxy is asked by a GET, which costs no process in its container.</summary>
/// <param name="Port">The port inside the container, 1 to 65535.</param>
/// <param name="Path">Starts with a slash.</param>
public sealed record HttpSlotSource(int Port, string Path) : SlotSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    internal override async Task<string?> AskAsync(ProxyWays ways, CancellationToken cancellation)
    {
        using var http = new ContainerHttp(c => ways.Connect(Port, c), Patience);
        return await http.GetTextAsync(Path, cancellation);
    }
}
