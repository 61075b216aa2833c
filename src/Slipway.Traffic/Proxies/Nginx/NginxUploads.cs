using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>
/// Writes what tells whether a slot has requests with a body. nginx counts them for a limit that nobody reaches, and tells its counts to nobody:
/// but a question that may be the only one of its name is refused while there is another.
/// </summary>
internal sealed class NginxUploads(IReadOnlyDictionary<string, string> variables, ConfigurationText text)
{
    private const string Path = "/uploads/";
    private const string Zone = "uploads";
    private const string Variable = "$upload";

    /// <summary>Where it is told of a slot: 1 or 0.</summary>
    public static string PathOf(SlotChoice slot) => $"{Path}{NameOf(slot.Service, slot.Slot.Name())}";

    /// <summary>Writes the variables of all servers.</summary>
    public void WriteCommon() => text.Line()
        .Line("# Requests with a body, which are waited for when a slot is to end: those of gRPC may be streams without an end.")
        .Line("map \"$request_method $http_content_length $content_type\" $has_body { "
            + "\"~ application/grpc\" 0; \"~^[A-Z]+ [1-9]\" 1; \"~^(POST|PUT|PATCH)  \" 1; default 0; }")
        .Line($"map {Variable} $upload_of {{ ~^1(?<upload_slot>.+)$ $upload_slot; default \"\"; }}")
        .Line($"limit_conn_zone $upload_of zone={Zone}:1m;")
        .Line("limit_conn_log_level info;");

    /// <summary>Writes how a request of a location is counted.</summary>
    public void WriteCount((Backend Backend, SlotPort Port) target)
    {
        if (target.Port.Protocol != SlotProtocol.Grpc)
        {
            text.Line($"set {Variable} \"${{has_body}}{NameOf(target.Backend.Service, variables[target.Backend.Service])}\";")
                .Line($"limit_conn {Zone} 65535;");
        }
    }

    /// <summary>Writes the locations that tell.</summary>
    public void WriteAnswers() => text
        .Block($"location ~ ^{Path}(?<upload_asked>.+)$ {{", () => text
            .Line($"set {Variable} 1$upload_asked;")
            .Line($"limit_conn {Zone} 1;")
            .Line("error_page 503 =200 @uploading;")
            .Line("try_files /nowhere/nothing @idle;"), "}")
        .Line("location @uploading { default_type text/plain; return 200 \"1\\n\"; }")
        .Line("location @idle { default_type text/plain; return 200 \"0\\n\"; }");

    private static string NameOf(string service, string slot) => $"{service}_{slot}";
}
