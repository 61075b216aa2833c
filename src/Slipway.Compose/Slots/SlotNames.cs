using System.Collections.Immutable;

namespace Slipway.Compose.Slots;

/// <summary>Names for what the overlay adds, out of the way of what the application has.</summary>
/// <param name="Network">The key of the slots network.</param>
/// <param name="Volume">The key of the volume with the proxy's flags.</param>
/// <param name="Configs">The proxy's configuration files under their keys.</param>
internal sealed record SlotNames(string Network, string Volume, ImmutableArray<NamedFile> Configs)
{
    public static SlotNames For(ComposeModel model, SlotRequest request)
    {
        var configs = new List<NamedFile>();
        foreach (var file in request.Proxy?.Files ?? [])
        {
            var name = "slipway-" + Path.GetFileName(file.Path);
            while (configs.Exists(c => c.Key == name) || model.Configs.Contains(name))
            {
                name += "-";
            }

            configs.Add(new(name, file));
        }

        return new(
            Unused("slots", model.Networks.Select(n => n.Key)),
            Unused("slots", model.Volumes.Select(v => v.Key)),
            [.. configs]);
    }

    private static string Unused(string name, IEnumerable<string> taken) => taken.Contains(name) ? "slipway-" + name : name;
}
