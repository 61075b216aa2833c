namespace Slipway.Deployment.Configuration.Rules;

/// <summary>A file for Traefik leads to the gateway that Slipway adds, and lies in a folder that Traefik has as a folder.</summary>
internal sealed class TraefikFileCanLead : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Proxy is not { Traefik: { } traefik } proxy)
        {
            yield break;
        }

        if (!proxy.Added || proxy.Tls is not null)
        {
            yield return new ConfigurationProblem(
                traefik.Place, "a file for Traefik leads to a gateway behind it, which has neither \"service\" nor \"tls\"", "name an image instead");
        }

        if (Path.GetExtension(traefik.File) is not (".yml" or ".yaml"))
        {
            yield return new ConfigurationProblem(traefik.Place, $"Traefik reads files that end in .yml or .yaml, not \"{traefik.File}\"");
        }

        if (!traefik.Entrance.IsTls && traefik.Entrance.Resolver is not null)
        {
            yield return new ConfigurationProblem(traefik.Place, "\"resolver\" in traefik is about certificates, and \"tls\" is false", "tls: true");
        }

        var file = Path.GetFullPath(traefik.File, application.Settings.Folder);
        foreach (var service in application.Compose.Services
            .Where(s => s.Volumes.Any(v => v.Source is { } source && Path.GetFullPath(source, application.Settings.Folder) == file)))
        {
            yield return new ConfigurationProblem(
                traefik.Place,
                $"\"{service.Name}\" mounts the file {traefik.File} itself, and would keep the one that it was started with",
                "mount its folder, and let Traefik watch that: --providers.file.directory");
        }
    }
}
