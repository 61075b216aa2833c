using System.Net;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Sends a slow body with its length in front.</summary>
internal sealed class SlowContent(SlowBody body) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.WriteAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
