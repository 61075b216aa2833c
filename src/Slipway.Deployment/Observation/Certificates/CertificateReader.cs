using Slipway.Deployment.Configuration;
using Slipway.Deployment.Configuration.Tls;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>Reads the certificates of slipway.yaml from this machine. What is in a key goes nowhere but to the proxy.</summary>
internal static class CertificateReader
{
    /// <summary>Reads all; none without TLS.</summary>
    public static IReadOnlyList<CertificateObservation> Read(Application application) =>
        [.. (application.Settings.Proxy?.Tls?.Certificates ?? []).Select(c => Read(c, application))];

    private static CertificateObservation Read(CertificateSettings settings, Application application)
    {
        try
        {
            var certificates = TextOf(settings.Certificate, application);
            using var chain = new CertificateChain(settings.Certificate, certificates);
            using var key = PrivateKey.In(settings.Key, settings.Key == settings.Certificate ? certificates : TextOf(settings.Key, application));
            chain.Demand(key, settings.Key);
            return new CertificateObservation(settings)
            {
                Certificate = new TlsCertificate(chain.Names, chain.Fingerprint, new TlsBundle(chain.Pem, key.Pem)),
                From = chain.From,
                Until = chain.Until,
            };
        }
        catch (UnusableCertificateException unusable)
        {
            return new CertificateObservation(settings) { Problem = unusable.Problem };
        }
    }

    private static string TextOf(CertificateSource source, Application application)
    {
        if (!source.IsSecret)
        {
            return FileText(source, application, source.Name);
        }

        return application.Compose.Secrets.GetValueOrDefault(source.Name) switch
        {
            { File: { } file } => FileText(source, application, file),
            { Variable: { } variable } => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text : throw new UnusableCertificateException(
                source.Place, $"{source} is the variable {variable}, which is not set", $"set {variable} in the environment of Slipway", isMissing: true),
            _ => throw new UnusableCertificateException(
                source.Place, $"{source} is kept elsewhere, where Slipway can't read it", "name a secret that has a file or a variable, or the file itself"),
        };
    }

    private static string FileText(CertificateSource source, Application application, string path)
    {
        var shown = source.IsSecret ? $"{path} of {source}" : path;
        try
        {
            return File.ReadAllText(Path.Combine(application.Settings.Folder, path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnusableCertificateException(source.Place, $"{shown} does not exist", Nearest(application, path), isMissing: true);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(Path.Combine(application.Settings.Folder, path)))
        {
            throw new UnusableCertificateException(
                source.Place, $"{shown} is a folder", "name a file in it, or write {certbot: FOLDER} for certbot's", isMissing: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableCertificateException(
                source.Place, $"{shown} can't be read: {e.Message}", "give the user that Slipway runs as the right to read it");
        }
    }

    private static string Nearest(Application application, string path)
    {
        var folder = Path.GetDirectoryName(Path.Combine(application.Settings.Folder, path));
        var others = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).Take(20) : [];
        return NearestName.Suggest(Path.GetFileName(path), others) ?? "paths are relative to the folder of slipway.yaml";
    }
}
