using System.Globalization;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Fronts;

/// <summary>
/// Lets a front take notice of containers that have started, before others are ended which it sends requests to. Traefik hears of a start
/// from the engine, and takes new configurations 2 s apart unless it is told otherwise (its <c>providersThrottleDuration</c>).
/// </summary>
/// <param name="Front">What takes notice.</param>
/// <param name="Time">How long it is given.</param>
public sealed record LetFrontNoticeStep(string Front, TimeSpan Time) : Step
{
    /// <inheritdoc/>
    public override string Command => string.Create(CultureInfo.InvariantCulture, $"wait {Time.TotalSeconds} s until {Front} has taken notice");
}
