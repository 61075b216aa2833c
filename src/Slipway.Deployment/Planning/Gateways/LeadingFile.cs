using Slipway.Compose.Traefik.Files;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Observation;

namespace Slipway.Deployment.Planning.Gateways;

/// <summary>The file by which a Traefik sends requests to the names that the gateways have: no switch changes it.</summary>
/// <param name="Path">Where it is, absolute.</param>
/// <param name="Shown">As slipway.yaml has it.</param>
/// <param name="Content">What it has to be.</param>
/// <param name="Before">What it is; null when it is not there.</param>
public sealed record LeadingFile(string Path, string Shown, string Content, string? Before)
{
    /// <summary>Whether it has to be written.</summary>
    public bool IsChanged => Content != Before;

    /// <summary>The file that an application has; null when it has none.</summary>
    internal static LeadingFile? Of(Application application, ObservedState observation)
    {
        if (application.Settings.Proxy?.Traefik is not { } traefik)
        {
            return null;
        }

        var services = application.BehindProxy.Where(s => s.Port > 0 && s.Protocol.HasRequests).ToList();
        var routes = PathRoutes.Of(services)
            .Select(r => new TraefikRoute(r.Service, AddressOf(services.First(s => s.Name == r.Service)), r.Host, r.PathPrefix));
        return new LeadingFile(
            System.IO.Path.GetFullPath(traefik.File, application.Settings.Folder),
            traefik.File,
            TraefikFile.Write(application.Name, traefik.Entrance, [.. routes]),
            observation.TraefikFile);
    }

    private static string AddressOf(ServiceSettings service) => $"{(service.Protocol.IsHttp2 ? "h2c" : "http")}://{service.Name}:{service.Port}";
}
