using System.Net.Sockets;
using System.Text;
using Slipway.Traffic.Http;

namespace Slipway.Traffic.Probing;

/// <summary>Makes the attempts of a probe over one connection for as long as it lasts.</summary>
internal sealed class ProbeConnection(Func<CancellationToken, ValueTask<Stream>> connect, ProbeRequest request) : IAsyncDisposable
{
    private const int Excerpt = 200;
    private readonly byte[] _request = RequestOf(request);
    private Stream? _stream;
    private ResponseReader? _reader;

    public async Task<ProbeAnswer> TryAsync(CancellationToken attempt)
    {
        try
        {
            _stream ??= await connect(attempt);
            _reader ??= new ResponseReader(_stream);
            await _stream.WriteAsync(_request, attempt);
            return await ReadAsync(_reader, attempt);
        }
        catch (OperationCanceledException)
        {
            await DisposeAsync();
            return new ProbeAnswer(ProbeOutcome.TimedOut, null, $"{request.AttemptTimeout.TotalMilliseconds:0} ms");
        }
        catch (Exception error) when (error is IOException or SocketException or InvalidDataException)
        {
            await DisposeAsync();
            return new ProbeAnswer(OutcomeOf(error), null, (error.InnerException ?? error).Message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync();
        (_stream, _reader) = (null, null);
    }

    private async Task<ProbeAnswer> ReadAsync(ResponseReader reader, CancellationToken attempt)
    {
        var body = new List<byte>();
        var head = await reader.ReadHeadAsync(attempt);
        await reader.ReadBodyAsync(head, piece => body.AddRange(piece[..Math.Min(piece.Length, Excerpt - body.Count)]), attempt);
        if (head.Close || head.EndsWithConnection)
            await DisposeAsync();
        var ready = head.Status >= request.LowestStatus && head.Status <= request.HighestStatus;
        return new ProbeAnswer(ready ? ProbeOutcome.Ready : ProbeOutcome.WrongStatus, head.Status, OneLine(body));
    }

    private static string OneLine(List<byte> body)
    {
        var text = Encoding.UTF8.GetString([.. body]);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static ProbeOutcome OutcomeOf(Exception error) => error switch
    {
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => ProbeOutcome.Refused,
        SocketException { SocketErrorCode: SocketError.TimedOut } => ProbeOutcome.TimedOut,
        InvalidDataException => ProbeOutcome.NotHttp,
        IOException => ProbeOutcome.Closed,
        _ => ProbeOutcome.Unreachable,
    };

    private static byte[] RequestOf(ProbeRequest request)
    {
        var text = new StringBuilder();
        Append(text, $"GET {request.Path} HTTP/1.1");
        Append(text, $"Host: {request.Host}");
        Append(text, "User-Agent: slipway");
        Append(text, "Accept: */*");
        foreach (var (name, value) in request.Headers)
            Append(text, $"{name}: {value}");
        Append(text, "");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Append(StringBuilder text, string line)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
            throw new ArgumentException($"A probe's path, host and headers have no line breaks, but here is one: \"{line}\".", nameof(line));
        text.Append(line).Append("\r\n");
    }
}
