using System.Buffers.Binary;
using System.Text;

namespace Slipway.Engine.Api;

/// <summary>Reads what a program without a terminal wrote, as the engine passes it on.</summary>
internal static class EngineOutput
{
    private const int Most = 1024 * 1024;

    /// <summary>Reads to the end.</summary>
    /// <returns>The first 1 MiB of its standard output, and the last 20 lines of the first 1 MiB of its standard error.</returns>
    // Each piece of output begins with eight bytes: the stream, three zeros, and the length (docs.docker.com, "Attach to a container").
    public static async Task<(string Output, IReadOnlyList<string> LastErrors)> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        const int StandardError = 2;
        var head = new byte[8];
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        while (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation) == head.Length)
        {
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(4))];
            await stream.ReadExactlyAsync(piece, cancellation);
            var text = head[0] == StandardError ? errors : output;
            text.Write(piece.AsSpan(..(int)Math.Min(piece.Length, Most - text.Length)));
        }

        return (Text(output), [.. Text(errors).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(20)]);

        static string Text(MemoryStream bytes) => Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(..(int)bytes.Length));
    }
}
