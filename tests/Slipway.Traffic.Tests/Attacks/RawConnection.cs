using System.Text;
using System.Text.RegularExpressions;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>A connection for one request, which is sent as it is.</summary>
/// <param name="limit">Ends it.</param>
internal sealed partial class RawConnection(Stream stream, CancellationToken limit) : IAsyncDisposable
{
    public async Task<Answer> AskAsync(IEnumerable<byte[]> parts, TimeSpan pause)
    {
        var reading = ReadAsync();
        await SendAsync(parts, pause);
        return await reading;
    }

    public async Task<Answer> AskByHttp2Async(IEnumerable<byte[]> parts, TimeSpan pause)
    {
        var reading = ReadHttp2Async();
        await SendAsync(parts.Prepend(RawHttp2.Preface), pause);
        return await reading;
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    [GeneratedRegex("HTTP/1\\.[01] [1-5]")]
    private static partial Regex Answers();

    private async Task SendAsync(IEnumerable<byte[]> parts, TimeSpan pause)
    {
        try
        {
            foreach (var part in parts)
            {
                await stream.WriteAsync(part, limit);
                await Task.Delay(pause, limit);
            }
        }
        catch (IOException)
        {
            // It was closed while there was more to say.
        }
    }

    private async Task<Answer> ReadAsync()
    {
        using var bytes = new MemoryStream();
        try
        {
            await stream.CopyToAsync(bytes, limit);
        }
        catch (IOException)
        {
            // It was closed while there was more to read.
        }

        var text = Encoding.Latin1.GetString(bytes.ToArray());
        return new Answer(text.Length == 0 ? Answer.Refused : text.Split(' ')[1], Answers().Count(text));
    }

    private async Task<Answer> ReadHttp2Async()
    {
        try
        {
            return new Answer(await RawHttp2.ReadAsync(stream, 1, limit) ?? Answer.Refused, 1);
        }
        catch (IOException)
        {
            return new Answer(Answer.Refused, 0);
        }
    }
}
