namespace Slipway.Traffic.Requests;

/// <summary>What clients are shown, with a status of 503, while no slot answers.</summary>
/// <param name="Html">The page, in UTF-8.</param>
/// <param name="RetryAfter">When clients are told to come back, in whole seconds.</param>
public sealed record MaintenancePage(string Html, TimeSpan RetryAfter)
{
    /// <summary>How large it may be, in bytes: HAProxy holds it in a buffer.</summary>
    public const int Most = 64 << 10;
}
