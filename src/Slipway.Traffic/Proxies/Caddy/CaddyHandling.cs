using System.Globalization;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Writes what is done with the requests of a service.</summary>
internal sealed class CaddyHandling(ProxyPlan plan, ConfigurationText text)
{
    private const string Page = "maintenance";

    /// <summary>Writes who may ask.</summary>
    public void WriteUsers(Backend backend)
    {
        if (backend.Handling.Users.Count > 0)
        {
            Block($"basicauth bcrypt {backend.Service}", () => text.Line($"import {ProxyFileNames.UsersOf(backend.Service)}"));
        }
    }

    /// <summary>Writes what comes before the choice of a slot.</summary>
    public void Write(Backend backend)
    {
        var handling = backend.Handling;
        if (handling.MaxBody is { } most)
        {
            // What announces its length is refused before the slot hears of it; the rest when it is too long.
            Block("request_body", () => text.Line(string.Create(CultureInfo.InvariantCulture, $"max_size {most}")));
            text.Line($"@:large header_regexp Content-Length ^0*({MoreThan(most.ToString(CultureInfo.InvariantCulture))})$");
            Block("handle @:large", () => text.Line("respond 413"));
        }

        if (handling.IsCompressed == true)
        {
            Block("encode", () =>
            {
                text.Line("gzip 5").Line($"minimum_length {CompressedTypes.Least}");
                Block("match", () =>
                {
                    foreach (var type in CompressedTypes.Others.Prepend(CompressedTypes.Html))
                    {
                        text.Line($"header Content-Type {type}*");
                    }
                });
            });
        }

        if (handling.Maintenance is not null)
        {
            text.Line($"vars {Page} {backend.Service}");
        }

        text.Extra(handling.Extra);
        if (handling.ResponseHeaders.Count > 0)
        {
            Block("header", () =>
            {
                foreach (var rule in handling.ResponseHeaders)
                {
                    text.Line(rule.Value is { } value ? $"{rule.Name} {CaddyText.Quoted(value)}" : $"-{rule.Name}");
                }

                text.Line("defer");
            });
        }
    }

    /// <summary>Writes, where errors are answered, what is answered in place of Caddy's own status.</summary>
    public void WriteErrors(IEnumerable<Backend> backends)
    {
        var all = backends.Distinct().ToList();
        foreach (var backend in all.Where(b => b.Handling.Maintenance is not null))
        {
            Block($"@{backend.Service}:down", () => text
                .Line($"vars {Page} {backend.Service}")
                .Line("expression `{http.error.status_code} in [502, 503, 504]`"));
            Block($"handle @{backend.Service}:down", () => text
                .Line("method GET")
                .Line($"rewrite * /{Path.GetFileName(ProxyFileNames.PageOf(backend.Service))}")
                .Line($"root * {ProxyFileNames.Directory}")
                .Line($"header Retry-After {(long)backend.Handling.Maintenance!.RetryAfter.TotalSeconds}")
                .Line("header Cache-Control no-store")
                .Block("file_server {", () => text.Line("status 503"), "}"));
        }

        if (all.Any(b => b.Handling.MaxBody is not null))
        {
            text.Line("@:large expression `{http.error.message}.contains(\"request body too large\")`").Line("respond @:large \"\" 413");
        }
    }

    /// <summary>Writes, within the way to a slot, what is the service's own.</summary>
    public void WriteSlot(Backend backend)
    {
        var handling = backend.Handling;
        foreach (var rule in handling.RequestHeaders)
        {
            text.Line(rule.Value is { } value ? $"header_up {rule.Name} {CaddyText.Quoted(value)}" : $"header_up -{rule.Name}");
        }

        new CaddySlots(plan, text).WriteTransport(handling);
    }

    // Caddy compares texts only: one that has more digits, or as many of which the first that differs is greater.
    private static string MoreThan(string number)
    {
        const string Digit = "[0-9]";
        var greater = Enumerable.Range(0, number.Length).Where(i => number[i] < '9')
            .Select(i => $"{number[..i]}[{(char)(number[i] + 1)}-9]{string.Concat(Enumerable.Repeat(Digit, number.Length - i - 1))}");
        return string.Join('|', greater.Prepend($"[1-9]{string.Concat(Enumerable.Repeat(Digit, number.Length))}{Digit}*"));
    }

    private void Block(string head, Action body) => text.Block($"{head} {{", body, "}");
}
