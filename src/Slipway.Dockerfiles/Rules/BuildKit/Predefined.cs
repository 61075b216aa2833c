namespace Slipway.Dockerfiles.Rules.BuildKit;

/// <summary>Arguments and variables that are there without a declaration.</summary>
internal static class Predefined
{
    private static readonly string[] Platform =
    [
        "BUILDPLATFORM", "BUILDOS", "BUILDOSVERSION", "BUILDARCH", "BUILDVARIANT", "TARGETPLATFORM", "TARGETOS", "TARGETOSVERSION", "TARGETARCH",
        "TARGETVARIANT", "TARGETSTAGE",
    ];
    private static readonly string[] Everywhere =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "FTP_PROXY", "ftp_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>Whether FROM may use it.</summary>
    public static bool IsInFrom(string name) => Platform.Contains(name) || Everywhere.Contains(name);

    /// <summary>Whether other instructions may use it: what a base image sets besides isn't known.</summary>
    public static bool IsInStage(string name) => Everywhere.Contains(name) || name is "PATH" or "HOME" or "USER" or "HOSTNAME" or "PWD";
}
