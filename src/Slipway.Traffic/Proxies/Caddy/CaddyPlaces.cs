using System.Globalization;
using System.Net;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>
/// Writes where Caddy passes requests on to, and what tells of those that are under way. It counts them by the text of an address, so that another
/// spelling of the same address counts those with a body by themselves.
/// </summary>
internal sealed class CaddyPlaces(ConfigurationText text)
{
    /// <summary>Where it is told what each slot has.</summary>
    public const string RequestsPath = "/requests";

    private const string WithBody = "@:body";

    /// <summary>How a slot's port is written: for most requests, and for those with a body (RFC 4291, 2.5.5.2).</summary>
    public static IReadOnlyList<string> Of(IPEndPoint slot) =>
        [$"{slot}", string.Create(CultureInfo.InvariantCulture, $"[::ffff:{slot.Address}]:{slot.Port}")];

    /// <summary>Writes what a site has to know of its requests; those of gRPC may be streams without an end.</summary>
    public void WriteMatcher() => text.Block($"{WithBody} {{", () => text
        .Line("not header_regexp Content-Type ^application/grpc")
        .Line("not header Content-Length 0")
        .Block("not {", () => text.Line("method GET HEAD DELETE OPTIONS TRACE CONNECT").Line("header !Content-Length"), "}"), "}");

    /// <summary>Writes what passes a request on to a slot.</summary>
    public void WriteProxy(Backend backend, Slot slot, SlotPort port, Action how)
    {
        var places = Of(backend.EndPointOf(slot, port.Number));
        if (port.Protocol == SlotProtocol.Grpc)
        {
            WriteTo(places[0], port, how);
            return;
        }

        text.Block($"handle {WithBody} {{", () => WriteTo(places[1], port, how), "}").Block("handle {", () => WriteTo(places[0], port, how), "}");
    }

    /// <summary>Writes what tells of the requests: of all that Caddy can be told on its socket, this one question.</summary>
    public void WriteRequests() => text
        .Line("method GET")
        .Line("rewrite * /reverse_proxy/upstreams")
        .Block($"reverse_proxy {AdminSocket.Address} {{", () => text.Line("header_up Host \"\""), "}");

    private void WriteTo(string place, SlotPort port, Action how) =>
        text.Block($"reverse_proxy {(port.Protocol.IsHttp2 ? "h2c://" : "")}{place} {{", how, "}");
}
