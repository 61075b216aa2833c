using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>
/// The compose file that Slipway lays over an application's own: two slots for each service that changes over, a proxy
/// in front of them, and the migration job. It contains no secret, since slots extend the application's services.
/// </summary>
/// <param name="Text">The file's content.</param>
/// <param name="Warnings">What works, but differently from what the compose file says.</param>
public sealed record SlotOverlay(string Text, ImmutableArray<ComposeProblem> Warnings)
{
    /// <summary>The path of the overlay, relative to the application's folder.</summary>
    public const string FileName = ".slipway/slots.yaml";

    /// <summary>The profile that the replaced services are behind. Nobody enables it.</summary>
    public const string ReplacedProfile = "slipway-replaced";

    /// <summary>
    /// Makes the overlay, to be used as
    /// <c>docker compose --project-directory DIR -f compose.yaml -f .slipway/slots.yaml --profile blue ...</c>.
    /// </summary>
    /// <param name="model">The application, read with every profile and without the overlay.</param>
    /// <param name="request">What to make.</param>
    /// <returns>The overlay, or every reason why there can't be one.</returns>
    public static SlotOverlayResult Generate(ComposeModel model, SlotRequest request)
    {
        var checks = new SlotChecks(model, request);
        checks.Run();
        if (checks.Refusals.Count > 0)
        {
            return new(null, [.. checks.Refusals]);
        }

        return new(new(new SlotOverlayWriter(model, request).Write(), [.. checks.Warnings]), []);
    }

    /// <summary>
    /// The ports that a proxy has to listen on, known before its configuration is: its listeners are part of
    /// that configuration, which in turn is part of the overlay.
    /// </summary>
    /// <param name="model">The application.</param>
    /// <param name="request">The request; the proxies' files may still be missing.</param>
    /// <param name="proxy">One of the request's proxies.</param>
    /// <returns>The listeners.</returns>
    public static ImmutableArray<ProxyListener> ListenersFor(ComposeModel model, SlotRequest request, SlotProxy proxy) =>
        ProxyListeners.For(model, request, proxy);
}
