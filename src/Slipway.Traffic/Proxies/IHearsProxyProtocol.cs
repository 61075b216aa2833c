namespace Slipway.Traffic.Proxies;

/// <summary>A proxy that takes the client's address from the PROXY protocol (haproxy.org/download/2.6/doc/proxy-protocol.txt) of whom it trusts.</summary>
public interface IHearsProxyProtocol : IProxy;
