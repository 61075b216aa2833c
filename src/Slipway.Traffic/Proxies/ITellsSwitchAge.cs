namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that tells when it last switched, so that a slot is not given its time to drain a second time.</summary>
public interface ITellsSwitchAge
{
    /// <summary>The command that prints how long ago the proxy last switched, or began, for <see cref="ParseSwitchAge"/>.</summary>
    IReadOnlyList<string> ReadSwitchAge { get; }

    /// <summary>Reads what <see cref="ReadSwitchAge"/> printed.</summary>
    /// <returns>How long ago, in whole seconds and rounded down; null when the proxy can't tell.</returns>
    TimeSpan? ParseSwitchAge(string output);
}
