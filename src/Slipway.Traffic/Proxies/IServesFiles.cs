namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that answers from a folder of its container, and so from <see cref="Tls.ProxyTls.ChallengeFolder"/>.</summary>
public interface IServesFiles : IProxy;
