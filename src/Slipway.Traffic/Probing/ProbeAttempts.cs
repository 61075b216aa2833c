using System.Buffers;
using System.Net.Sockets;
using System.Text;
using Slipway.Traffic.Http;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Probing;

/// <summary>Makes the attempts of a probe over one connection for as long as it lasts.</summary>
internal sealed class ProbeAttempts(Func<CancellationToken, ValueTask<Stream>> connect, ProbeRequest request) : IDisposable
{
    private const int Excerpt = 200;
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(100);
    private readonly ContainerHttp _http = new(connect, request.AttemptTimeout);

    public async Task<ProbeAnswer> TryAsync(CancellationToken attempt)
    {
        long? received = null;
        try
        {
            if (!request.Protocol.HasRequests)
            {
                return await ConnectAsync(attempt);
            }

            using var message = request.ToMessage();
            using var response = await _http.SendAsync(message, attempt);
            received = 0;
            if (request.Protocol == SlotProtocol.Grpc)
            {
                return await GrpcHealth.ReadAsync(response, attempt);
            }

            var status = (int)response.StatusCode;
            var ready = status >= request.LowestStatus && status <= request.HighestStatus;
            return new ProbeAnswer(ready ? ProbeOutcome.Ready : ProbeOutcome.WrongStatus, status, await ReadAsync(response, n => received = n, attempt));
        }
        catch (Exception error) when (error is OperationCanceledException or HttpRequestException { InnerException: OperationCanceledException })
        {
            return new ProbeAnswer(ProbeOutcome.TimedOut, null, $"{request.AttemptTimeout.TotalMilliseconds:0} ms");
        }
        catch (Exception error) when (error is HttpRequestException or IOException or SocketException)
        {
            return ProbeFailure.Of(error, received);
        }
    }

    public void Dispose() => _http.Dispose();

    // What is between, such as ssh, may take a connection that leads nowhere: that one ends at once.
    private async Task<ProbeAnswer> ConnectAsync(CancellationToken attempt)
    {
        await using var stream = await connect(attempt);
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(attempt);
        listening.CancelAfter(Settled);
        try
        {
            return await stream.ReadAsync(new byte[1], listening.Token) == 0
                ? new ProbeAnswer(ProbeOutcome.Closed, null, "the connection ended at once")
                : new ProbeAnswer(ProbeOutcome.Ready, null, "it speaks");
        }
        catch (OperationCanceledException) when (!attempt.IsCancellationRequested)
        {
            return new ProbeAnswer(ProbeOutcome.Ready, null, "it listens");
        }
    }

    // To its end, since an answer that breaks off is none.
    private static async Task<string> ReadAsync(HttpResponseMessage response, Action<long> progress, CancellationToken attempt)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(8 * 1024);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(attempt);
            var excerpt = new List<byte>();
            var received = 0L;
            for (int read; (read = await body.ReadAsync(buffer, attempt)) > 0;)
            {
                progress(received += read);
                excerpt.AddRange(buffer.AsSpan(0, Math.Min(read, Excerpt - excerpt.Count)));
            }

            return OneLine(excerpt);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string OneLine(List<byte> body)
    {
        var text = Encoding.UTF8.GetString([.. body]);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
