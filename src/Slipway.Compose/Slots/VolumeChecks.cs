using Slipway.Compose.Services;

namespace Slipway.Compose.Slots;

/// <summary>Finds what two slots make of the mounts of a service: they share what has a name, and nothing else.</summary>
internal sealed class VolumeChecks(SlotService slotted, ComposeService service, List<ComposeProblem> warnings)
{
    public void Run()
    {
        foreach (var volume in service.Volumes)
        {
            var place = $"services.{service.Name}.volumes: {(volume.Source is { } source ? $"{source}:" : "")}{volume.Target}";
            if (volume is { Type: "volume", Source: null })
            {
                Unnamed(place);
            }
            else if (volume is { Type: "volume" or "bind", Source: not null } && slotted.Overlaps)
            {
                Shared(place, volume);
            }
        }
    }

    private void Unnamed(string place)
    {
        // Where the image's own files are kept from a mount around them, each release shall have its own.
        if (!service.Volumes.Any(a => a.Source is not null && place.Contains($" {a.Target.TrimEnd('/')}/", StringComparison.Ordinal)))
        {
            Warn(
                place, "each slot has one of its own: what is written there stays behind when the slots change",
                "give the volume a name if it has to be kept");
        }
    }

    private void Shared(string place, ServiceVolume volume)
    {
        if (volume.Source!.EndsWith("/docker.sock", StringComparison.Ordinal))
        {
            if (!volume.ReadOnly)
            {
                Warn(place, "both slots control the engine while they change over");
            }
        }
        else if (volume.Type == "bind" && IsSource(volume.Source))
        {
            Warn(
                place, "both slots see the same files, so a change to them reaches the running release before it is deployed",
                "copy them into the image instead");
        }
        else if (!volume.ReadOnly)
        {
            Warn(place, "both slots write to it while they change over", "mount it read-only, or see that two writers do no harm");
        }
    }

    /// <summary>Whether it is what the image is built from.</summary>
    private bool IsSource(string path)
    {
        if (service.Build is not { } build)
        {
            return false;
        }

        var (context, mounted) = (Trimmed(build.Context), Trimmed(path));
        return mounted == context || (path is ['.', ..] && (context.Length == 0 || mounted.StartsWith(context + "/", StringComparison.Ordinal)));
    }

    private static string Trimmed(string path)
    {
        var bare = path.TrimEnd('/');
        return bare == "." ? "" : bare.StartsWith("./", StringComparison.Ordinal) ? bare[2..] : bare;
    }

    private void Warn(string place, string message, string remedy = "") => warnings.Add(new(place, message, remedy));
}
