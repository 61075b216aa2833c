using System.Globalization;
using Slipway.Compose.Surroundings;
using Slipway.Compose.Text;

namespace Slipway.Compose.Rules.Health;

/// <summary>How long a service may take to start.</summary>
/// <param name="Period">The start period, as compose reads it.</param>
/// <param name="Said">The same with its reason.</param>
internal sealed record StartBudget(string Period, string Said)
{
    /// <summary>How often a starting container is looked at.</summary>
    public const string Interval = "500ms";

    /// <summary>What is enough for most services.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>Twice the time that was measured, and 10 s at least.</summary>
    public static StartBudget For(string service, ComposeSurroundings around)
    {
        if (!around.BootTimes.TryGetValue(service, out var boot))
        {
            return new("10s", "10s");
        }

        var seconds = Math.Max(Usual.TotalSeconds, Math.Ceiling(boot.TotalSeconds * 2));
        var period = ComposeDuration.Write(TimeSpan.FromSeconds(seconds));
        return new(period, string.Create(CultureInfo.InvariantCulture, $"{period}, after a measured start of {boot.TotalSeconds:0.#} s"));
    }
}
