using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies;

/// <summary>The file with those who may ask for a service, for proxies that read one.</summary>
internal static class UsersFile
{
    /// <summary>Makes it: a line for each.</summary>
    /// <param name="between">What stands between a name and a hash.</param>
    public static ProxyFile Of(Backend backend, char between) => new(
        ProxyFileNames.UsersOf(backend.Service), string.Concat(backend.Handling.Users.Select(u => $"{u.User}{between}{u.Hash}\n")))
    {
        IsSecret = true,
    };
}
