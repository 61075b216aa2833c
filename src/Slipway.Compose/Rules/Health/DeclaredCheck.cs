using System.Collections.Immutable;
using System.Globalization;
using Slipway.Compose.Projects;
using Slipway.Compose.Text;

namespace Slipway.Compose.Rules.Health;

/// <summary>The health check that compose files give a service.</summary>
internal sealed class DeclaredCheck
{
    private readonly ProjectService _service;

    private DeclaredCheck(ProjectService service, PlacedValue place) => (_service, Place) = (service, place);

    /// <summary>The topmost place where it is written.</summary>
    public PlacedValue Place { get; }

    /// <summary>Where its probe is written, or null when it is the image's.</summary>
    public PlacedValue? Test => _service.Get("healthcheck", "test");

    /// <summary>Whether it switches the image's own check off.</summary>
    public bool IsDisabled => _service.Text("healthcheck", "disable") is "true" or "yes" or "on" || Words is ["NONE", ..] || IsTextNone;

    /// <summary>Whether NONE is written as a text, which doesn't switch anything off but was meant to.</summary>
    public bool IsTextNone => Test?.Value.Text?.Trim().Equals("none", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The probe: <c>CMD</c> and its words, <c>CMD-SHELL</c> and a script, <c>NONE</c>; empty when it is the image's.</summary>
    public ImmutableArray<string> Words => Test?.Value switch
    {
        { IsList: true } list => [.. list.Items.Select(i => i.Text ?? "")],
        { Text: { } script } => ["CMD-SHELL", script],
        _ => [],
    };

    public TimeSpan Interval => Duration("interval") is { Ticks: > 0 } given ? given : TimeSpan.FromSeconds(30);

    public TimeSpan Timeout => Duration("timeout") is { Ticks: > 0 } given ? given : TimeSpan.FromSeconds(30);

    public int Retries => int.TryParse(_service.Text("healthcheck", "retries"), CultureInfo.InvariantCulture, out var retries) && retries > 0 ? retries : 3;

    public TimeSpan StartPeriod => Duration("start_period") ?? TimeSpan.Zero;

    public PlacedValue? StartInterval => _service.Get("healthcheck", "start_interval");

    /// <summary>How often a starting container is looked at: a start interval acts only within a start period.</summary>
    public TimeSpan FirstLook => StartInterval is not null && StartPeriod > TimeSpan.Zero
        ? Duration("start_interval") is { Ticks: > 0 } given ? given : TimeSpan.FromSeconds(5)
        : Interval;

    /// <summary>The longest time until a service that hangs is unhealthy: it hung right after a good probe, and each one runs into its timeout.</summary>
    public TimeSpan UntilDeadIsNoticed => Retries * (Interval + Timeout);

    public static DeclaredCheck? Of(ProjectService service) => service.Get("healthcheck") is { Value.IsMap: true } place ? new(service, place) : null;

    /// <summary>Whether a check, the image's own included, tells about the service; null when nobody knows.</summary>
    public static bool? IsThere(ProjectService service, ComposeLintContext context) => Of(service) switch
    {
        { IsDisabled: true } => false,
        { Words.Length: > 0 } => true,
        _ => context.ImageOf(service)?.HasHealthCheck,
    };

    private TimeSpan? Duration(string key) => ComposeDuration.Parse(_service.Text("healthcheck", key));
}
