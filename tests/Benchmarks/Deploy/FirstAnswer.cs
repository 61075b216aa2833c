namespace Benchmarks.Deploy;

/// <summary>Asks an address until it answers that all is well.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>When the first good answer came.</summary>
    /// <param name="url">The address.</param>
    /// <param name="cadence">How long to wait between two questions.</param>
    public static async Task<DateTimeOffset> WhenAsync(Uri url, TimeSpan cadence)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(1) };
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(url, patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return TimeProvider.System.GetUtcNow();
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !patience.IsCancellationRequested)
            {
                // Not yet.
            }

            await Task.Delay(cadence, patience.Token);
        }
    }
}
