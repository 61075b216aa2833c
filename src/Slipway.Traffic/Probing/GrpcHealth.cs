using System.Net.Http.Headers;
using Slipway.Traffic.Http;

namespace Slipway.Traffic.Probing;

/// <summary>
/// gRPC's health service, <c>grpc.health.v1.Health</c> (doc/health-checking.md of grpc/grpc). Its request is empty, and of its answer only one
/// field counts. A server that has no such service answers, which is all that can be asked of it then.
/// </summary>
internal static class GrpcHealth
{
    /// <summary>The call that tells how the server as a whole does.</summary>
    public const string Path = "/grpc.health.v1.Health/Check";

    private const string Ok = "0";
    private const string Unimplemented = "12";

    // A message: not compressed, 2 bytes long, field 1 (status) is SERVING.
    private static readonly byte[] Serving = [0, 0, 0, 0, 2, 8, 1];

    /// <summary>The request, without HTTP's version.</summary>
    public static HttpRequestMessage Check()
    {
        var content = new ByteArrayContent(new byte[5]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        var message = new HttpRequestMessage(HttpMethod.Post, ContainerHttp.AddressOf(Path)) { Content = content };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        return message;
    }

    /// <summary>Reads the answer.</summary>
    public static async Task<ProbeAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var status = Header(response.TrailingHeaders) ?? Header(response.Headers);
        var isReady = response.IsSuccessStatusCode && (status == Unimplemented || (status == Ok && body.AsSpan().SequenceEqual(Serving)));
        return new ProbeAnswer(
            isReady ? ProbeOutcome.Ready : ProbeOutcome.WrongStatus,
            (int)response.StatusCode,
            status == Ok ? "its health service says that it does not serve" : $"grpc-status {status ?? "is missing"}");
    }

    private static string? Header(HttpResponseHeaders headers) => headers.TryGetValues("grpc-status", out var values) ? values.FirstOrDefault() : null;
}
