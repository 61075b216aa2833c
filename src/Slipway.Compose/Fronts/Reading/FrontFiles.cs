using System.IO.Enumeration;
using Slipway.Compose.Services;
using Slipway.Compose.Surroundings;

namespace Slipway.Compose.Fronts.Reading;

/// <summary>The files of a front's configuration as its container sees them: copied by a Dockerfile, mounted, or given as configs.</summary>
internal sealed class FrontFiles
{
    private const int MostFiles = 200;

    private static readonly string[] Extensions =
        ["", ".conf", ".cfg", ".yaml", ".yml", ".toml", ".json", ".vcl", ".template", ".tmpl", ".tpl", ".j2", ".inc", ".caddy", ".caddyfile", ".config"];

    private readonly SortedDictionary<string, FrontFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _folders = [];
    private readonly FrontSources _sources;

    public FrontFiles(ComposeModel model, ComposeService service, FrontSources sources)
    {
        _sources = sources;
        if (service.Build is { } build)
        {
            foreach (var copy in sources.Copies(service.Name))
            {
                Copy(build.Context, copy);
            }
        }

        foreach (var mount in service.Volumes.OrderBy(v => v.Target.Length))
        {
            Mount(mount);
        }

        foreach (var config in service.Configs)
        {
            var definition = model.ConfigDefinitions.GetValueOrDefault(config.Source);
            if ((definition?.Content ?? (definition?.File is { } file ? sources.ReadFile(file) : null)) is { } text)
            {
                Add(config.Target, definition!.File ?? config.Source, text);
            }
            else
            {
                Unread.Add((config.Target, $"the config {config.Source}"));
            }
        }
    }

    /// <summary>All files, by their paths inside the container.</summary>
    public IReadOnlyCollection<FrontFile> All => _files.Values;

    /// <summary>What is mounted and can't be read: its path inside the container, and what people know it by.</summary>
    public List<(string Path, string Shown)> Unread { get; } = [];

    /// <summary>Finds a file by its path inside the container.</summary>
    public FrontFile? Find(string path) => _files.GetValueOrDefault(path);

    /// <summary>The files that a pattern such as <c>/etc/nginx/conf.d/*.conf</c> means, in the order of their names.</summary>
    public IEnumerable<FrontFile> Matching(string pattern) => _files.Values.Where(f => Matches(pattern, f.Path));

    /// <summary>Whether a folder inside the container is mounted as a whole, so that nothing of the image's is seen in it.</summary>
    public bool IsMounted(string folder) => _folders.Exists(f => folder == f || folder.StartsWith(f + "/", StringComparison.Ordinal));

    /// <summary>What people know something by that a path or a pattern leads to and that can't be read; null when there is nothing of the kind.</summary>
    public string? HiddenAt(string pattern) =>
        Unread.Find(u => pattern.StartsWith(u.Path + "/", StringComparison.Ordinal) || Matches(pattern, u.Path)).Shown;

    /// <summary>A star stands for a part of one name.</summary>
    private static bool Matches(string pattern, string path) =>
        path.Count(c => c == '/') == pattern.Count(c => c == '/') && FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false);

    private void Mount(ServiceVolume mount)
    {
        var target = mount.Target.TrimEnd('/');
        if (mount.Type != "bind" || mount.Source is null)
        {
            Unread.Add((target, mount.Source is null ? target : $"the volume {mount.Source}"));
            return;
        }

        if (_sources.ReadFile(mount.Source) is { } text)
        {
            Add(target, mount.Source, text);
            return;
        }

        foreach (var hidden in _files.Keys.Where(f => f.StartsWith(target + "/", StringComparison.Ordinal)).ToList())
        {
            _files.Remove(hidden);
        }

        var files = _sources.ListFiles(mount.Source);
        if (files.Count == 0)
        {
            Unread.Add((target, Shown(mount.Source)));
            return;
        }

        _folders.Add(target);
        AddFolder(target, mount.Source, files);
    }

    private void Copy(string context, CopiedPath copy)
    {
        if (copy.Text is not null)
        {
            Add(copy.Target, "Dockerfile", copy.Text);
            return;
        }

        // What an earlier stage has at a path came from the build context, mostly from the end of that path.
        var parts = copy.Source.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => p != ".").ToArray();
        for (var first = 0; first <= (copy.IsFromStage ? parts.Length - 1 : 0); first++)
        {
            var path = string.Join('/', parts[first..]);
            var source = path.Length == 0 ? context : $"{context.TrimEnd('/')}/{path}";
            if (path.Length > 0 && _sources.ReadFile(source) is { } text)
            {
                Add(copy.Target.EndsWith('/') ? copy.Target + parts[^1] : copy.Target, source, text);
                return;
            }

            if (_sources.ListFiles(source) is { Count: > 0 } files)
            {
                AddFolder(copy.Target.TrimEnd('/'), source, files);
                return;
            }
        }

        Unread.Add((copy.Target, copy.Source));
    }

    private void AddFolder(string target, string source, IReadOnlyList<string> files)
    {
        foreach (var file in files.Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Take(MostFiles))
        {
            var path = $"{source.TrimEnd('/')}/{file}";
            if (_sources.ReadFile(path) is { } text)
            {
                Add($"{target}/{file}", path, text);
            }
            else
            {
                Unread.Add(($"{target}/{file}", Shown(path)));
            }
        }
    }

    private void Add(string path, string source, string text) => _files[path] = new(path, Shown(source), text);

    private static string Shown(string source) => source.StartsWith("./", StringComparison.Ordinal) ? source[2..] : source;
}
