using Slipway.Traffic.Proxies;

namespace Slipway.Traffic.Tests.Proxies;

/// <summary>Every proxy that there is: what holds for one holds for all.</summary>
internal static class Kinds
{
    public static TheoryData<string> Names => [.. ProxyKinds.All.Select(p => p.Name)];

    public static IProxy Of(string name) => ProxyKinds.Named(name)!;
}
