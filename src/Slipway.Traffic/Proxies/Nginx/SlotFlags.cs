namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>The files that say which slots are green.</summary>
internal static class SlotFlags
{
    public const string Directory = "/slots";

    /// <summary>The file that is there while the service's green slot serves.</summary>
    public static string FileOf(string service) => $"{Directory}/{service}.green";
}
