using Slipway.Traffic.Requests;

namespace Slipway.Traffic.Proxies.Caddy;

/// <summary>Writes how a slot is asked, whichever it is, and what is done with its answer.</summary>
internal sealed class CaddySlots(ProxyPlan plan, ConfigurationText text)
{
    // The second name is that of Caddy 2.8 and later.
    public static void WriteLogging(ConfigurationText text, bool skip)
    {
        var value = skip ? "true" : "false";
        text.Line($"vars skip_log {value}").Line($"vars log_skip {value}");
    }

    public void Write()
    {
        text.Line("# Nothing is held back. A negative interval would be quicker, and keep a request whose client has gone.")
            .Line("flush_interval 1ms");

        // Of others Caddy passes on nothing that they say about the client, and says it itself. It adds the peer to X-Forwarded-For.
        if (plan.IsBehindFront || plan.Trusted.Count > 0)
        {
            text.Line($"trusted_proxies {(plan.IsBehindFront ? "0.0.0.0/0 ::/0" : string.Join(' ', plan.Trusted))}");
        }

        CaddyClient.WriteSlot(plan, text);
        if (!plan.LogEveryRequest)
        {
            text.Line("@failed status 5xx");
            Block("handle_response @failed", () =>
            {
                WriteLogging(text, skip: false);
                text.Line("copy_response");
            });
        }
    }

    /// <summary>Writes how the slots of a service are connected to, of which a way to a slot can have one block only.</summary>
    public void WriteTransport(RequestHandling handling)
    {
        var (connect, response) = (handling.ConnectTimeout ?? plan.ConnectTimeout, handling.ResponseTimeout ?? plan.IdleTimeout);
        Block("transport http", () => text
            .Line($"dial_timeout {Seconds(connect)}")
            .Line($"response_header_timeout {Seconds(response)}")
            // A whole upload is one write to Caddy, beside which it reads already: whatever is shorter would end a long one.
            .Line($"read_timeout {Seconds(plan.LongestSilence)}")
            .Line($"write_timeout {Seconds(plan.LongestSilence)}")
            .Line("compression off")
            // Closed soon, so that a slot without requests is seen to be without connections, and by us, before the
            // application's own timeout can close one that a request is just being written to.
            .Line("keepalive 200ms")
            .Line("keepalive_idle_conns_per_host 64"));
    }

    internal static string Seconds(TimeSpan time) => $"{(long)time.TotalSeconds}s";

    private void Block(string head, Action body) => text.Block($"{head} {{", body, "}");
}
