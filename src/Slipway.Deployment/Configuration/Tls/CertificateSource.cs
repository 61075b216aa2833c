namespace Slipway.Deployment.Configuration.Tls;

/// <summary>Where a certificate or a key is.</summary>
/// <param name="Name">A path, relative to the folder of slipway.yaml, or the name of a secret.</param>
/// <param name="IsSecret">Whether it is the name of a secret of the compose file.</param>
/// <param name="Place">Where in slipway.yaml it stands.</param>
public sealed record CertificateSource(string Name, bool IsSecret, Place Place)
{
    /// <summary>What is written before the name of a secret.</summary>
    public const string SecretPrefix = "secret:";

    /// <inheritdoc/>
    public override string ToString() => IsSecret ? $"the secret {Name}" : Name;
}
