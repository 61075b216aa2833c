using System.Globalization;
using Slipway.Traffic.Canaries;
using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>
/// The files that say which requests go to the slot that does not serve, for proxies that look at each request whether a file exists: one
/// for each of 256 buckets, to which requests belong by chance, and one for each header or cookie. They lie in memory, so that they mean
/// nothing after a restart, and not in the state directory, the time of which tells when there was a switch.
/// </summary>
internal static class CanaryFlags
{
    public const string Directory = "/dev/shm/slipway-canary";

    /// <summary>The cookie that holds a client's bucket.</summary>
    public const string Cookie = "slipway_canary";

    /// <summary>What the cookie has besides its value.</summary>
    public const string CookieAttributes = "Path=/; HttpOnly; SameSite=Lax";

    /// <summary>The name of the folder with the files of a slot, without the directory.</summary>
    public static string FolderOf(SlotChoice choice) => $"{choice.Service}.{choice.Slot.Name()}";

    /// <summary>The name of the file of a header or cookie.</summary>
    /// <param name="match">Its number, from 0.</param>
    public static string FileOf(int match) => string.Create(CultureInfo.InvariantCulture, $"match-{match}");

    /// <summary>The command after which the shares hold; see <see cref="ISharesRequests.Share"/>.</summary>
    /// <exception cref="ArgumentException">No share is given, or a service's name is not one.</exception>
    public static IReadOnlyList<string> Share(IReadOnlyList<CanaryShare> shares)
    {
        ProxyPlanRules.Demand([.. shares.Select(s => s.Choice)]);
        return ["sh", "-c", string.Join(" && ", shares.SelectMany(Commands))];
    }

    // What begins comes before what ends, so that a client whose bucket is in both shares stays.
    private static IEnumerable<string> Commands(CanaryShare share)
    {
        var folder = $"{Directory}/{FolderOf(share.Choice)}";
        yield return $"rm -rf {Directory}/{FolderOf(share.Choice with { Slot = share.Choice.Slot.Other() })}";
        string[] begin = [.. Buckets(0, share.Count), .. Enumerable.Range(0, share.Matches).Select(FileOf)];
        if (begin.Length == 0)
        {
            yield return $"rm -rf {folder}";
            yield break;
        }

        yield return $"mkdir -p {folder} && chmod 755 {Directory} {folder} && cd {folder}";
        yield return $"touch {string.Join(' ', begin)}";
        if (share.Count < CanaryShare.Buckets)
        {
            yield return $"rm -f {string.Join(' ', Buckets(share.Count, CanaryShare.Buckets))}";
        }
    }

    private static IEnumerable<string> Buckets(int from, int to) =>
        Enumerable.Range(from, to - from).Select(b => b.ToString("x2", CultureInfo.InvariantCulture));
}
