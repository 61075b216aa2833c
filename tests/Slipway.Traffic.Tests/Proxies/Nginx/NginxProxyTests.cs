using System.Net;
using Slipway.Traffic.Proxies.Nginx;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Tests.Proxies.Nginx;

public sealed class NginxProxyTests
{
    [Fact]
    public void Services_whose_names_differ_in_punctuation_only_have_variables_of_their_own()
    {
        var variables = SlotVariables.Of([.. new[] { "a.b", "a-b", "A_b", "c" }.Select(s => new Backend(s, 80, IPAddress.Any, IPAddress.Any))]);

        variables.Values.ShouldBe(["$slot_a_b", "$slot_a_b_2", "$slot_A_b_3", "$slot_c"]);
    }
}
