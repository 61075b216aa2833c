using Slipway.Traffic.Proxies;

namespace Slipway.Traffic.Tests.Proxies;

public sealed class ProxyKindsTests
{
    [Fact]
    public void A_kind_is_found_by_its_name_only()
    {
        ProxyKinds.All.ShouldAllBe(p => ProxyKinds.Named(p.Name) == p);
        ProxyKinds.All.ShouldAllBe(p => p.Name.All(char.IsAsciiLetterLower));
        ProxyKinds.Named("HAProxy").ShouldBeNull();
        ProxyKinds.Named("").ShouldBeNull();
    }
}
