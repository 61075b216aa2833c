using System.Globalization;
using Slipway.Deployment.Planning.Steps;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Proxies;

/// <summary>Sends a part of the requests to slots that do not serve, or no more of them.</summary>
/// <param name="ProxyContainer">The proxy's container.</param>
/// <param name="Shares">Which part of each service's.</param>
/// <param name="Canaries">What the proxy knows of these services.</param>
public sealed record ShareStep(string ProxyContainer, IReadOnlyList<CanaryShare> Shares, IReadOnlyList<Canary> Canaries) : Step
{
    /// <summary>Whether the run goes on when it fails, with a warning.</summary>
    public bool ContinueOnError { get; init; }

    /// <inheritdoc/>
    public override string Command => $"send {string.Join(" and ", Shares.Select(Sentence))}";

    private string Sentence(CanaryShare share)
    {
        var matches = Canaries.FirstOrDefault(c => c.Service == share.Choice.Service)?.Matches.Take(share.Matches).Select(m => m.ToString()) ?? [];
        string[] percent = share.Percent > 0 ? [string.Create(CultureInfo.InvariantCulture, $"{share.Percent}%")] : [];
        string[] parts = [.. percent, .. matches];
        return $"{(parts.Length == 0 ? "none" : string.Join(" and ", parts))} of {share.Choice.Service} to {share.Choice.Slot.Name()}";
    }
}
