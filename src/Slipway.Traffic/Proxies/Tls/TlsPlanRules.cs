namespace Slipway.Traffic.Proxies.Tls;

/// <summary>What the TLS of a plan must fulfil before a configuration can be made from it.</summary>
internal static class TlsPlanRules
{
    /// <summary>All that is wrong, each as a sentence for a person.</summary>
    /// <param name="plan">What the configuration is to be made from.</param>
    /// <param name="proxy">The kind of proxy that it is for.</param>
    public static IEnumerable<string> Problems(ProxyPlan plan, IProxy proxy)
    {
        if (plan.Tls is not { } tls)
        {
            yield break;
        }

        if (tls.Port is < 1 or > 65535 || tls.RedirectTo is < 1 or > 65535)
        {
            yield return $"TLS is on port {tls.Port}, and known as {tls.RedirectTo ?? tls.Port}; ports go from 1 to 65535.";
        }

        if (proxy.ReservedPorts(plan.Listeners.Count).Contains(tls.Port))
        {
            yield return $"Port {tls.Port} inside the proxy is Slipway's own; let TLS be on another one.";
        }

        if (plan.Listeners.Any(l => l.Port == tls.Port))
        {
            yield return $"Port {tls.Port} inside the proxy is a listener's without TLS; let TLS be on another one.";
        }

        if (plan.Listeners.All(l => l.Port != tls.RoutesOf))
        {
            yield return $"TLS has the routes of port {tls.RoutesOf}, on which the proxy does not listen.";
        }

        foreach (var problem in OfCertificates(tls, proxy))
        {
            yield return problem;
        }

        if (tls.Certificates.FirstOrDefault(c => c.Fingerprint.Length == 0 || !c.Fingerprint.All(char.IsAsciiLetterOrDigit)) is { } wrong)
        {
            yield return $"\"{wrong.Fingerprint}\" is not the fingerprint of a certificate: letters and digits.";
        }

        var names = tls.Certificates.SelectMany(c => c.Names).Concat(tls.PlainHosts).Concat(tls.Automatic?.Hosts ?? []);
        foreach (var name in names.Where(n => !TlsCertificate.IsName(n)).Distinct())
        {
            yield return $"\"{name}\" is not a host name.";
        }

        if (tls.Hsts < TimeSpan.Zero)
        {
            yield return $"Browsers can't be told to come by TLS for {tls.Hsts}.";
        }

        if (tls.ChallengeFolder is { } folder && (!folder.StartsWith('/') || !folder.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '.' or '-')))
        {
            yield return $"\"{folder}\" is not a folder's absolute path: it has only letters, digits and / _ . -.";
        }
    }

    private static IEnumerable<string> OfCertificates(ProxyTls tls, IProxy proxy)
    {
        if (tls.Automatic is not { } automatic)
        {
            if (tls.Certificates.Count == 0)
            {
                yield return "There is no certificate.";
            }

            yield break;
        }

        if (proxy is not IObtainsCertificates)
        {
            yield return $"{proxy.Name} obtains no certificates.";
        }

        if (tls.Certificates.Count > 0 || automatic.Hosts.Count == 0 || automatic.Hosts.Any(h => h.StartsWith('*')))
        {
            yield return "Certificates are obtained for hosts by their names, and there are no others beside them.";
        }

        if (automatic.Email is { } email && !TlsAutomatic.IsEmail(email))
        {
            yield return $"\"{email}\" is no address that an authority could write to.";
        }

        if (automatic.Authority is { } authority && (authority.Scheme != Uri.UriSchemeHttps || authority.AbsoluteUri.Any(c => c is '{' or '}' or '"' or '`')))
        {
            yield return $"{authority} is not the address of an authority's directory: it begins with https://.";
        }
    }
}
