using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>Names for what the overlay adds, out of the way of what the application has.</summary>
/// <param name="Network">The key of the slots network.</param>
/// <param name="Volume">The key of the volume with the proxy's flags.</param>
/// <param name="Configs">The keys of the proxy's configuration files, in their order.</param>
internal sealed record SlotNames(string Network, string Volume, ImmutableArray<string> Configs)
{
    public static SlotNames For(ComposeModel model, SlotRequest request)
    {
        var configs = new List<string>();
        foreach (var file in request.Proxy?.Files ?? [])
        {
            var name = "slipway-" + Path.GetFileName(file.Path);
            while (configs.Contains(name) || model.Configs.Contains(name)) name += "-";
            configs.Add(name);
        }

        return new(
            Unused("slots", model.Networks.Select(network => network.Key)),
            Unused("slots", model.Volumes.Select(volume => volume.Key)),
            [.. configs]);
    }

    private static string Unused(string name, IEnumerable<string> taken) => taken.Contains(name) ? "slipway-" + name : name;
}
