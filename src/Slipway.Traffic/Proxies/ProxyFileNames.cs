namespace Slipway.Traffic.Proxies;

/// <summary>The files of a proxy's container that belong to one service. Nothing else is in their directory.</summary>
public static class ProxyFileNames
{
    /// <summary>Where they are in the container.</summary>
    public const string Directory = "/etc/slipway-files";

    internal static string PageOf(string service) => $"{Directory}/{service}.html";

    internal static string UsersOf(string service) => $"{Directory}/{service}.users";
}
