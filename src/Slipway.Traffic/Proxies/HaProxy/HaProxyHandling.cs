using System.Globalization;
using System.Text;
using Slipway.Traffic.Requests;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.HaProxy;

/// <summary>Writes what is done with the requests of a service, into its backends, which come after the choice of a slot.</summary>
internal sealed class HaProxyHandling(ConfigurationText text)
{
    /// <summary>The variable that is true of requests which Slipway itself makes.</summary>
    public const string Preview = "txn.preview";

    /// <summary>The file of the answer, with its head, that is given while no slot answers.</summary>
    public static ProxyFile PageOf(string service, MaintenancePage page)
    {
        var length = Encoding.UTF8.GetByteCount(page.Html);
        return new ProxyFile($"{ProxyFileNames.Directory}/{service}.http", string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                + $"Retry-After: {(long)page.RetryAfter.TotalSeconds}\r\nContent-Length: {length}\r\n\r\n{page.Html}"));
    }

    /// <summary>Writes the sections of those who may ask.</summary>
    public void WriteUsers(IEnumerable<Backend> backends)
    {
        foreach (var backend in backends.Where(b => b.Handling.Users.Count > 0))
        {
            text.Line().Block($"userlist {backend.Service}", () =>
            {
                foreach (var user in backend.Handling.Users)
                {
                    text.Line($"user {user.User} password {user.Hash}");
                }
            });
        }
    }

    /// <summary>Writes the part of a backend before its server.</summary>
    public void Write(Backend backend)
    {
        var handling = backend.Handling;
        if (handling.ConnectTimeout is { } connect)
        {
            text.Line($"timeout connect {Seconds(connect)}");
        }

        if (handling.ResponseTimeout is { } response)
        {
            text.Line($"timeout server {Seconds(response)}").Line($"timeout tunnel {Seconds(response)}");
        }

        if (handling.Users.Count > 0)
        {
            text.Line($"http-request auth realm {backend.Service} if !{{ var({Preview}) -m bool }} !{{ http_auth({backend.Service}) }}");
        }

        if (handling.IsCompressed == true)
        {
            text.Line("compression algo gzip").Line($"compression type {string.Join(' ', CompressedTypes.Others.Prepend(CompressedTypes.Html))}");
        }

        foreach (var status in handling.Maintenance is null ? [] : new[] { 502, 503, 504 })
        {
            text.Line(string.Create(CultureInfo.InvariantCulture, $"errorfile {status} {PageOf(backend.Service, handling.Maintenance!).Path}"));
        }

        if (handling.MaxBody is { } most)
        {
            // It counts what was announced, and nothing else, so that whoever announces nothing is told to.
            text.Line("http-request return status 411 content-type text/plain string \"Length Required\" if { req.hdr(transfer-encoding) -m found }")
                .Line(string.Create(CultureInfo.InvariantCulture, $"http-request deny deny_status 413 if {{ req.hdr_val(content-length) gt {most} }}"));
        }

        foreach (var rule in handling.RequestHeaders)
        {
            text.Line(rule.Value is { } value
                ? $"http-request set-header {rule.Name} {HaProxyText.Format(value)}"
                : $"http-request del-header {rule.Name}");
        }

        foreach (var rule in handling.ResponseHeaders)
        {
            text.Line(rule.Value is { } value
                ? $"http-after-response set-header {rule.Name} {HaProxyText.Format(value)}"
                : $"http-after-response del-header {rule.Name}");
        }

        text.Extra(handling.Extra);
    }

    private static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";
}
