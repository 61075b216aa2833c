namespace Slipway.Dockerfiles.Rules.Form;

/// <summary>The flags that instructions have.</summary>
internal static class InstructionFlags
{
    private static readonly string[] None = [];

    /// <summary>The flags of an instruction without dashes, or null for one that isn't known.</summary>
    public static IReadOnlyList<string>? Of(string instruction) => instruction switch
    {
        "FROM" => ["platform"],
        "RUN" => ["mount", "network", "security", "device"],
        "COPY" => ["from", "chown", "chmod", "link", "parents", "exclude"],
        "ADD" => ["keep-git-dir", "checksum", "chown", "chmod", "link", "exclude", "unpack"],
        "HEALTHCHECK" => ["interval", "timeout", "start-period", "start-interval", "retries"],
        "ARG" or "CMD" or "ENTRYPOINT" or "ENV" or "EXPOSE" or "LABEL" or "MAINTAINER" or "ONBUILD" or "SHELL" or "STOPSIGNAL" or "USER" or "VOLUME"
            or "WORKDIR" => None,
        _ => null,
    };
}
