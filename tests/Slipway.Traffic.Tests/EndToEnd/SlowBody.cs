using System.Text;

namespace Slipway.Traffic.Tests.EndToEnd;

/// <summary>A text whose second half is sent only when the test says so.</summary>
internal sealed class SlowBody(string first, string rest)
{
    private readonly TaskCompletionSource _rest = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Length => first.Length + rest.Length;

    public void SendRest() => _rest.SetResult();

    public async Task WriteAsync(Stream stream)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(first));
        await stream.FlushAsync();
        await _rest.Task;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(rest));
    }
}
