using Slipway.Compose.Traefik;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The labels by which Traefik finds a blue-green service can move to the gateway: on both slots they would mean either of them.</summary>
internal sealed class LabelsCanMove : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        foreach (var settings in application.BehindProxy.Where(s => s.Port > 0))
        {
            if (application.Compose.Find(settings.Name) is { } service && TraefikLabels.Finds(service)
                && TraefikLabels.Obstacle(application.Compose, service, LabelledPorts.Of(settings)) is { } obstacle)
            {
                yield return new ConfigurationProblem(
                    settings.Place,
                    $"Traefik finds \"{settings.Name}\" by its labels, which can't move to the gateway: {obstacle}",
                    "say so in its labels, or make it handoff");
            }
        }
    }
}
