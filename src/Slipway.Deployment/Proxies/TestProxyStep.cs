using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Proxies;

/// <summary>Lets the proxy's own program test its configuration, in a throwaway container of its image that has no network.</summary>
/// <param name="Kind">What the proxy is called in slipway.yaml.</param>
public sealed record TestProxyStep(string Image, string Kind) : Step
{
    /// <inheritdoc/>
    public override string Command => $"test the configuration of {Kind} in {Image}";

    /// <summary>The test of a proxy that is about to be started or replaced.</summary>
    /// <param name="context">What is planned from.</param>
    /// <returns>One step; none for a proxy that stays, and none while its image has yet to be built.</returns>
    internal static IEnumerable<Step> For(PlanningContext context)
    {
        if (context.Layout.Proxy is { } proxy && (context.Environment.StartProxy || context.Environment.ReplaceProxy) && ImageOf(context) is { } image)
        {
            yield return new TestProxyStep(image, proxy.Name) { Purpose = "test the proxy's configuration", Timeout = TimeSpan.FromMinutes(10) };
        }
    }

    private static string? ImageOf(PlanningContext context)
    {
        var settings = context.Application.Settings.Proxy!;
        if (settings.Image is { } given)
        {
            return given;
        }

        var service = context.Application.Compose.Find(settings.Service);
        return service?.Image is { } image && (service.Build is null || context.Observation.Images.ContainsKey(image)) ? image : null;
    }
}
