using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Drafts;

/// <summary>Finds out which services hold data that a new container of theirs would not have.</summary>
internal sealed class DataFinder(ComposeModel model, ApplicationFacts facts)
{
    private const string NewInstance = "a new container would begin without it; with a volume there it could be handed over";

    // Programs that start others.
    private static readonly string[] Starters =
        ["init", "my_init", "supervisord", "s6-svscan", "runsvdir", "runsvinit", "monit", "circusd", "honcho", "foreman", "overmind", "pm2"];

    private readonly DatabaseAddresses _addresses = new(model);
    private readonly SqliteSources _sqlite = new(facts);

    /// <summary>Why a service is data; null when it isn't.</summary>
    public string? Why(ComposeService service)
    {
        var builtOn = facts.BaseImage(service.Name);
        if ((ImageKinds.DataIn(service.Image, isOwn: builtOn is not null) ?? ImageKinds.DataIn(builtOn)) is { } program)
        {
            return $"{program} holds data";
        }

        if ((Signs(service) ?? (IsNoServer(service, builtOn) ? null : MadeAnew(service) ?? _addresses.Of(service))) is (_, var sign))
        {
            return sign;
        }

        if (service.Volumes.FirstOrDefault(mount => mount is { Type: "volume", Source: null, ReadOnly: false }
            && !AnonymousVolumes.IsScratch(mount.Target)) is { } unnamed)
        {
            return $"its volume at {unnamed.Target} has no name, so that a new container would begin without what is in it; {Remedy(unnamed.Target)}";
        }

        var own = facts.Images?.Find(service.Name, service.Image)?.Volumes ?? [];
        var name = builtOn ?? service.Image;
        return InContainer(service) ?? (AnonymousVolumes.Lost(service, own) is [var path, ..]
            ? $"its image has a volume of its own at {path}, so that a new container would begin without what is in it; {Remedy(path)}"
            : (own.IsEmpty && (!IsKnown(service) || ImageKinds.KeepsUnmarked(name))) && ImageKinds.OwnVolume(name, service.Environment) is { } usual
                && AnonymousVolumes.Lost(service, [usual]) is [var place, ..]
                ? $"{ImageKinds.NameOf(name)} keeps data at {place}, so that a new container would begin without it; {Remedy(place)}"
            : null);
    }

    /// <summary>Whether a service is PostgreSQL, its own build on it included.</summary>
    public bool IsPostgres(ComposeService service) => ImageKinds.IsPostgres(service.Image) || ImageKinds.IsPostgres(facts.BaseImage(service.Name))
        || Signs(service) is (DataSigns.PostgreSql, _)
        || (!IsNoServer(service, facts.BaseImage(service.Name)) && _addresses.Of(service) is (DataSigns.PostgreSql, _));

    private (string Program, string Why)? Signs(ComposeService service) =>
        facts.StartOf(service) is var (entrypoint, command) ? DataSigns.Of(service, [.. entrypoint, .. command], v => IsShared(service, v)) : null;

    /// <summary>Whether a server of data has a variable too, as where both have it from one file.</summary>
    private bool IsShared(ComposeService service, string variable) =>
        model.Services.Any(o => o != service && ImageKinds.DataIn(o.Image) is not null && o.Environment.Names.Contains(variable));

    private static bool IsNoServer(ComposeService service, string? builtOn) => ImageKinds.IsTool(service.Image) || ImageKinds.IsTool(builtOn)
        || ImageKinds.IsRelay(service.Name) || ImageKinds.IsRelay(ImageKinds.NameOf(service.Image)) || ImageKinds.IsRelay(ImageKinds.NameOf(builtOn));

    /// <summary>What usual images of databases run when they make a new one.</summary>
    private (string Program, string Why)? MadeAnew(ComposeService service)
    {
        const string Folder = "/docker-entrypoint-initdb.d";
        return facts.Copies(service.Name).Any(c => c.Target.StartsWith(Folder, StringComparison.Ordinal))
            || service.Volumes.Any(v => v.Target.StartsWith(Folder, StringComparison.Ordinal))
                ? ("a database", $"what is at {Folder} makes a database of its own")
                : null;
    }

    /// <summary>What keeps data in the container itself.</summary>
    private string? InContainer(ComposeService service)
    {
        if ((SqliteFiles.Unmounted(service) ?? SqliteFiles.Unmounted(service, facts.Dockerfile(service.Name))) is { } file)
        {
            return $"its environment names {file}, which nothing is mounted at: {NewInstance}";
        }

        var (entrypoint, command) = facts.StartOf(service);
        if (DataArguments.Unmounted(service, [.. entrypoint, .. command]) is { } argument)
        {
            return $"its command names {argument}, which nothing is mounted at: {NewInstance}";
        }

        if (service.Volumes.Any(v => v is { ReadOnly: false, Source: not null, Type: "volume" or "bind" } && !IsContext(service, v)))
        {
            return null;
        }

        if (DatabaseAddresses.Tells(service))
        {
            return null;
        }

        var image = facts.Images?.Find(service.Name, service.Image);
        return service.Build is not null && MayStartServers([.. entrypoint, .. command])
            && DataSigns.Packages.FirstOrDefault(p => image?.HasProgram(p) == true) is { } package
                ? $"its image installs {package}, whose data nothing is mounted for: {NewInstance}"
            : _sqlite.Of(service) is { } source
                ? $"{source} names a SQLite database, which nothing is mounted at: {NewInstance}"
            : null;
    }

    // What is installed may be wanted for its client alone: a program of the application's own starts no server.
    private static bool MayStartServers(IEnumerable<string> start)
    {
        List<string> words = [.. start.SkipWhile(w => Path.GetFileName(w) is "tini" or "dumb-init" or "exec" or "env" or "-g" or "--")];
        if (words.Count == 0)
        {
            return true;
        }

        var name = Path.GetFileName(words[0]);
        return name is "sh" or "bash" or "ash" or "dash"
            ? words.Exists(word => word.EndsWith(".sh", StringComparison.Ordinal)
                || DataSigns.Packages.Append("init.d").Append("service ").Any(p => word.Contains(p, StringComparison.Ordinal)))
            : Starters.Contains(name) || DataSigns.Packages.Contains(name) || name.EndsWith(".sh", StringComparison.Ordinal)
                || name.Contains("entrypoint", StringComparison.Ordinal);
    }

    private static bool IsContext(ComposeService service, ServiceVolume volume) => service.Build is { } build && volume.Type == "bind"
        && volume.Source!.TrimEnd('/') == build.Context.TrimEnd('/');

    private bool IsKnown(ComposeService service) => facts.Images?.Find(service.Name, service.Image) is not null && service.Build is null;

    private static string Remedy(string path) => $"with a name (volumes: [\"NAME:{path}\"]) it could be handed over";
}
