using System.Net;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>Sends a slow body, with its length in front or in chunks.</summary>
internal sealed class SlowContent(SlowBody body, bool hasLength = true) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.WriteAsync(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return hasLength;
    }
}
