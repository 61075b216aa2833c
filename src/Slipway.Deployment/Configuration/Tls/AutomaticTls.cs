namespace Slipway.Deployment.Configuration.Tls;

/// <summary>How the proxy obtains its certificates.</summary>
/// <param name="Hosts">The hosts that they are for.</param>
/// <param name="Place">Where in slipway.yaml that stands.</param>
public sealed record AutomaticTls(IReadOnlyList<string> Hosts, Place Place)
{
    /// <summary>Where the authority writes to about them; null for nowhere.</summary>
    public string? Email { get; init; }

    /// <summary>The address of the authority's directory; null for the proxy's own choice.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The file with the certificate by which the authority is trusted, relative to the folder of slipway.yaml; null for none.</summary>
    public string? AuthorityRoot { get; init; }

    /// <summary>Where in slipway.yaml that file stands.</summary>
    public Place RootPlace { get; init; } = Place.None;
}
