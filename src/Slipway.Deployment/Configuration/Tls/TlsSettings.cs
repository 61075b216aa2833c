namespace Slipway.Deployment.Configuration.Tls;

/// <summary>How the proxy ends TLS.</summary>
public sealed record TlsSettings
{
    /// <summary>The certificates; the first is for clients that name no host. None when they are obtained.</summary>
    public IReadOnlyList<CertificateSettings> Certificates { get; init; } = [];

    /// <summary>How the proxy obtains its certificates; null when it has those.</summary>
    public AutomaticTls? Automatic { get; init; }

    /// <summary>The TCP port inside the proxy's container on which it takes TLS, 1 to 65535.</summary>
    public int Listen { get; init; } = 443;

    /// <summary>Whether clients that come without TLS are sent to it.</summary>
    public bool Redirect { get; init; } = true;

    /// <summary>For how long browsers are told to come by TLS only; zero tells them nothing.</summary>
    public TimeSpan Hsts { get; init; }

    /// <summary>The absolute path in the proxy's container of what certbot calls its webroot; null for none.</summary>
    public string? Webroot { get; init; }

    /// <summary>Where in slipway.yaml it stands.</summary>
    public Place Place { get; init; } = Place.None;

    /// <summary>Where in slipway.yaml its port stands.</summary>
    public Place ListenPlace { get; init; } = Place.None;

    /// <summary>Where in slipway.yaml the webroot stands.</summary>
    public Place WebrootPlace { get; init; } = Place.None;
}
