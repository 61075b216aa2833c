using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Drafts;

/// <summary>Finds out which services hold data that a new container of theirs would not have.</summary>
internal sealed class DataFinder(ApplicationFacts facts)
{
    /// <summary>Why a service is data; null when it isn't.</summary>
    public string? Why(ComposeService service)
    {
        var builtOn = facts.BaseImage(service.Name);
        if ((ImageKinds.DataIn(service.Image, isOwn: builtOn is not null) ?? ImageKinds.DataIn(builtOn)) is { } program)
        {
            return $"{program} holds data";
        }

        if (DataSigns.Of(service) is (_, var sign))
        {
            return sign;
        }

        if (service.Volumes.FirstOrDefault(mount => mount is { Type: "volume", Source: null, ReadOnly: false }
            && !AnonymousVolumes.IsScratch(mount.Target)) is { } unnamed)
        {
            return $"its volume at {unnamed.Target} has no name, so that a new container would begin without what is in it; {Remedy(unnamed.Target)}";
        }

        // What the engine has not, nobody can look at.
        var own = facts.Images?.Find(service.Name, service.Image) is { } image ? image.Volumes
            : ImageKinds.OwnVolume(service.Image ?? facts.BaseImage(service.Name)) is { } usual ? [usual]
            : [];
        if (SqliteFiles.Unmounted(service) is { } file)
        {
            return $"its environment names {file}, which nothing is mounted at: a new container would begin without it; "
                + "with a volume there it could be handed over";
        }

        return AnonymousVolumes.Lost(service, own) is [var path, ..]
            ? $"its image has a volume of its own at {path}, so that a new container would begin without what is in it; {Remedy(path)}"
            : null;
    }

    /// <summary>Whether a service is PostgreSQL, its own build on it included.</summary>
    public bool IsPostgres(ComposeService service) => ImageKinds.IsPostgres(service.Image) || ImageKinds.IsPostgres(facts.BaseImage(service.Name))
        || DataSigns.IsPostgres(service);

    private static string Remedy(string path) => $"with a name (volumes: [\"NAME:{path}\"]) it could be handed over";
}
