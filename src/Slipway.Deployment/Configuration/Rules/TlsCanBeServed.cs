using Slipway.Deployment.Configuration.Tls;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Configuration.Rules;

/// <summary>The proxy can end TLS where it stands, and its certificates are named as the compose file has them.</summary>
internal sealed class TlsCanBeServed : IApplicationRule
{
    public IEnumerable<ConfigurationProblem> Check(Application application)
    {
        if (application.Settings.Proxy is not { } proxy)
        {
            yield break;
        }

        if (proxy.PortsPlace is { } ports && (!proxy.Added || proxy.Behind is not null))
        {
            yield return new ConfigurationProblem(
                ports, "\"ports\" are those of a proxy that Slipway adds before users", "publish the ports of other services in the compose file");
        }

        if (proxy.Tls is not { } tls)
        {
            yield break;
        }

        if (proxy.Behind is { } front)
        {
            yield return new ConfigurationProblem(
                tls.Place, $"the proxy is behind \"{front}\", to which users come by TLS", "leave out \"tls\", or \"behind\"");
        }

        if (tls.Listen == proxy.Listen)
        {
            yield return new ConfigurationProblem(tls.ListenPlace, $"the proxy can't listen on port {tls.Listen} with and without TLS");
        }
        else if (application.BehindProxy.FirstOrDefault(s => s.Port == tls.Listen) is { } same)
        {
            yield return new ConfigurationProblem(
                tls.ListenPlace, $"the proxy listens on port {tls.Listen} for the service \"{same.Name}\"", "let TLS listen on another port, such as 8443");
        }
        else if (proxy.Kind.ReservedPorts(application.BehindProxy.Count() + 1).Contains(tls.Listen))
        {
            yield return new ConfigurationProblem(tls.ListenPlace, $"port {tls.Listen} inside the proxy is Slipway's own", "let TLS listen on another port");
        }

        foreach (var problem in OfWebroot(application, proxy, tls).Concat(OfSecrets(application, tls)).Concat(OfObtained(application, proxy, tls)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<ConfigurationProblem> OfWebroot(Application application, ProxySettings proxy, TlsSettings tls)
    {
        if (tls.Webroot is not { } webroot)
        {
            yield break;
        }

        if (proxy.Kind is not IServesFiles)
        {
            yield return new ConfigurationProblem(
                tls.WebrootPlace, $"{proxy.Kind.Name} serves no files, and so no \"webroot\"", "leave it out, or take another kind");
        }
        else if (application.Compose.Find(proxy.Service)?.Volumes.Any(v => IsWithin(webroot, v.Target)) != true)
        {
            yield return new ConfigurationProblem(
                tls.WebrootPlace,
                $"nothing is mounted at {webroot} in the proxy, so nobody could put anything there",
                "mount certbot's webroot there in the compose file, in the service that is the proxy");
        }
    }

    private static IEnumerable<ConfigurationProblem> OfObtained(Application application, ProxySettings proxy, TlsSettings tls)
    {
        if (tls.Automatic is not { } automatic)
        {
            yield break;
        }

        if (proxy.Kind is not IObtainsCertificates)
        {
            var able = ProxyKinds.All.Where(k => k is IObtainsCertificates).Select(k => k.Name);
            yield return new ConfigurationProblem(
                tls.Place, $"{proxy.Kind.Name} obtains no certificates", $"name those that you have, or take another kind: {string.Join(", ", able)}");
        }

        if (automatic.Hosts.Count == 0)
        {
            yield return new ConfigurationProblem(
                automatic.Place, "nothing says for which hosts certificates are obtained", "tls: {auto: true, hosts: [NAME]}");
        }

        if (tls.Webroot is not null)
        {
            yield return new ConfigurationProblem(tls.WebrootPlace, "who obtains its certificates answers for them itself", "leave out \"webroot\"");
        }

        if (automatic.AuthorityRoot is { } root && !File.Exists(Path.Combine(application.Settings.Folder, root)))
        {
            yield return new ConfigurationProblem(automatic.RootPlace, $"{root} does not exist", "paths are relative to the folder of slipway.yaml");
        }
    }

    private static IEnumerable<ConfigurationProblem> OfSecrets(Application application, TlsSettings tls) => tls.Certificates
        .SelectMany(c => new[] { c.Certificate, c.Key }.Distinct())
        .Where(s => s.IsSecret && !application.Compose.Secrets.ContainsKey(s.Name))
        .Select(secret => new ConfigurationProblem(
            secret.Place,
            $"no service of the compose file uses a secret \"{secret.Name}\"",
            NearestName.Suggest(secret.Name, application.Compose.Secrets.Keys.Order(StringComparer.Ordinal)) ?? "name its file instead"));

    private static bool IsWithin(string path, string folder) =>
        path.TrimEnd('/') == folder.TrimEnd('/') || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);
}
