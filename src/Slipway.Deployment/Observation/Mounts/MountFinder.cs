using System.Collections.Immutable;
using Slipway.Compose;
using Slipway.Compose.Services;
using Slipway.Compose.Slots;
using Slipway.Deployment.Configuration;
using Slipway.Deployment.Configuration.Mounts;

namespace Slipway.Deployment.Observation.Mounts;

/// <summary>
/// Finds, for an engine that does not see this machine's files, what of the mounts is part of a release, and is copied, and what is data that lies
/// on the engine's host. A guess that would lose data is refused.
/// </summary>
internal sealed class MountFinder
{
    // Where images of many kinds read what their user wrote, and write nothing.
    private static readonly string[] Read = ["/docker-entrypoint", "/etc/nginx/", "/etc/haproxy", "/etc/caddy", "/usr/share/nginx/html", "/etc/prometheus"];

    private static readonly string[] Written = ["acme.json", ".db", ".sqlite", ".sqlite3", ".log", ".pid", ".sock", ".rdb", ".aof"];

    private const int Digits = 12;

    private readonly Application _application;
    private readonly ObservedState _observation;
    private readonly LocalSources _local;
    private readonly string? _repository;
    private readonly List<ComposeProblem> _problems = [];
    private readonly Dictionary<string, LocalSource> _copied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _data;

    private MountFinder(Application application, ObservedState observation)
    {
        (_application, _observation) = (application, observation);
        _local = new LocalSources(application.Settings.Folder);
        _repository = RepositoryOf(application.Settings.Folder);
        _data = [.. Services.SelectMany(s => s.Volumes).Where(m => IsOurs(m) && IsData(m)).Select(m => m.Source!)];
    }

    private IEnumerable<ComposeService> Services
    {
        get
        {
            var names = _application.Stateful.Concat(_application.Released.Select(s => s.Name)).Concat(_application.Jobs)
                .Concat(_application.Settings.Proxy is { Added: false } proxy ? [proxy.Service] : Array.Empty<string>())
                .ToHashSet(StringComparer.Ordinal);
            return _application.Compose.Services.Where(s => names.Contains(s.Name));
        }
    }

    /// <summary>Finds it.</summary>
    /// <param name="observation">What was observed.</param>
    public static MountPlan Find(Application application, ObservedState observation)
    {
        var finder = new MountFinder(application, observation);
        return new MountPlan
        {
            Placed = finder.Services
                .Select(s => KeyValuePair.Create(s.Name, finder.Of(s)))
                .Where(m => m.Value.Length > 0)
                .ToImmutableDictionary(StringComparer.Ordinal),
            Copied = finder._copied.ToImmutableSortedDictionary(StringComparer.Ordinal),
            Problems = [.. finder._problems],
        };
    }

    private ImmutableArray<PlacedMount> Of(ComposeService service) =>
    [
        .. service.Volumes.Where(IsOurs).Select(m => Place(service, m)).OfType<PlacedMount>(),
        .. _application.Compose.FilesOf(service)
            .Select(f => Copy($"services.{service.Name}.{f.Kind}s: {f.Path}", f.Path, f.Target, readOnly: true)).OfType<PlacedMount>(),
    ];

    private PlacedMount? Place(ComposeService service, ServiceVolume mount)
    {
        var place = $"services.{service.Name}.volumes: {mount.Source}:{mount.Target}";
        if (!_data.Contains(mount.Source!))
        {
            return Copy(place, mount.Source!, mount.Target, mount.ReadOnly);
        }

        if (There(service, mount) is { } path)
        {
            return path == FullPath(mount.Source!) ? null : new PlacedMount(mount.Target, path, null, mount.ReadOnly);
        }

        _problems.Add(new(
            place,
            "it may be data, and nothing says where it lies on the engine's host: the container would begin with an empty folder",
            $"name the application's folder there (host-folder: /srv/{_application.Name} in slipway.yaml), use a named volume, or, if a release brings these"
                + $" files, mount them read-only ({mount.Source}:{mount.Target}:ro)"));
        return null;
    }

    private PlacedMount? Copy(string place, string path, string target, bool readOnly)
    {
        var (found, problem) = _local.Find(path);
        if (found is null)
        {
            _problems.Add(new(
                place,
                problem ?? "there is no such file or folder here, so the engine would mount an empty folder",
                problem is null ? "look at the path" : "copy it into the image, or use a named volume"));
            return null;
        }

        var volume = $"{_application.Name}_files-{found.Digest[..Digits]}";
        _copied[volume] = found;
        return new PlacedMount(target, volume, MountPlan.Inside, readOnly);
    }

    /// <summary>Where data lies on the engine's host: where a container of the service has it, else in the folder that slipway.yaml names.</summary>
    private string? There(ComposeService service, ServiceVolume mount)
    {
        var below = mount.Source!.StartsWith("./", StringComparison.Ordinal) ? mount.Source[1..] : null;
        return _observation.Containers
                .Where(c => c.ComposeService == service.Name || c.Service == service.Name)
                .OrderByDescending(c => c.Slot is null)
                .ThenByDescending(c => c.Created)
                .Select(c => c.MountSources.GetValueOrDefault(mount.Target.TrimEnd('/')))
                .FirstOrDefault(s => s is ['/', ..] && (below is null || s.EndsWith(below, StringComparison.Ordinal)))
            ?? (_application.Settings.HostFolder is { } folder && below is not null ? folder.TrimEnd('/') + below : null);
    }

    // What lies outside the application and its repository is the host's: sockets, devices, clocks.
    private bool IsOurs(ServiceVolume mount) => mount is { Type: "bind", Source: { } source }
        && (source is ['.', ..] || (_repository is not null && source.StartsWith(_repository + "/", StringComparison.Ordinal)));

    private bool IsData(ServiceVolume mount)
    {
        if (mount.ReadOnly)
        {
            return false;
        }

        var (found, problem) = _local.Find(mount.Source!);
        return found is null || problem is not null || Written.Any(w => mount.Source!.EndsWith(w, StringComparison.Ordinal))
            || (found.IsFolder ? found.Files == 0 || !Read.Any(r => mount.Target.StartsWith(r, StringComparison.Ordinal)) : !found.IsText);
    }

    private string FullPath(string source) => Path.GetFullPath(Path.Combine(_application.Settings.Folder, source));

    private static string? RepositoryOf(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (Path.Exists(Path.Combine(at.FullName, ".git")))
            {
                return at.FullName;
            }
        }

        return null;
    }
}
