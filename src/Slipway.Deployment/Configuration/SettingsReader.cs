using Slipway.Compose.Traefik.Files;
using Slipway.Databases.Migrations;
using Slipway.Deployment.Configuration.Requests;
using Slipway.Deployment.Configuration.Tls;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration;

/// <summary>Reads slipway.yaml. All mistakes are reported at once, each with its place.</summary>
internal sealed class SettingsReader
{
    /// <summary>The name of the file in the application's folder.</summary>
    public const string FileName = "slipway.yaml";

    /// <summary>The compose file of an application that names none.</summary>
    public const string DefaultComposeFile = "compose.yaml";

    // Stands for a name that is missing or wrong, so that compose can still be asked about everything else.
    private const string Unnamed = "unnamed";

    private static readonly Dictionary<string, BackupPolicy> BackupPolicies = new(StringComparer.Ordinal)
    {
        ["before-migration"] = BackupPolicy.BeforeMigration,
        ["always"] = BackupPolicy.Always,
        ["never"] = BackupPolicy.Never,
    };

    private readonly List<ConfigurationProblem> _problems;
    private readonly IReadOnlyList<IStrategy> _strategies;
    private readonly string _file;

    private SettingsReader(string file, IReadOnlyList<IStrategy> strategies, List<ConfigurationProblem> problems) =>
        (_file, _strategies, _problems) = (file, strategies, problems);

    private IStrategy Data => _strategies.First(s => s.HoldsData);

    /// <summary>Reads the settings of the application in a folder.</summary>
    /// <param name="folder">The application's folder.</param>
    /// <param name="strategies">The strategies that services can have.</param>
    /// <param name="problems">Receives the mistakes; the result is only fit for finding further mistakes when there are any.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="SlipwayException">The folder or the file is missing, or the file is no YAML.</exception>
    public static ApplicationSettings Read(string folder, IReadOnlyList<IStrategy> strategies, List<ConfigurationProblem> problems)
    {
        var file = Path.Combine(folder, FileName);
        if (!Path.Exists(file) && new FileInfo(file).LinkTarget is null)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration,
                $"{file}: there is no such file",
                "name the application's folder through --app=DIR; --target=Init writes the file for a compose application that has none");
        }

        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), file);

        if (TextFile.WhyNot(file) is { } why)
        {
            throw new SlipwayException(ExitCode.BadConfiguration, $"{shown}:1:1: {why}", "--target=Init writes the file when it is not there");
        }

        return new SettingsReader(shown, strategies, problems).Root(folder, Load(file, shown));
    }

    private static YamlNode Load(string file, string shown)
    {
        try
        {
            var yaml = new YamlStream();
            using var text = new StringReader(File.ReadAllText(file));
            yaml.Load(new ShallowParser(new Parser(text)));
            return yaml.Documents.Count > 0 ? yaml.Documents[0].RootNode : new YamlMappingNode();
        }
        catch (YamlException e)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{new Place(shown, (int)e.Start.Line, (int)e.Start.Column)}: this is no YAML: {e.Message}", inner: e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SlipwayException(
                ExitCode.BadConfiguration, $"{shown}:1:1: this can't be read: {e.Message}", "it must be a file that this user may read", e);
        }
        catch (InvalidOperationException e)
        {
            // That is what the YAML parser throws when a list isn't closed.
            throw new SlipwayException(ExitCode.BadConfiguration, $"{shown}:1:1: this is no YAML: a list isn't closed", inner: e);
        }
    }

    private string? HostFolder(YamlMap map)
    {
        const string Key = "host-folder";
        var folder = map.Text(Key);
        if (folder is null or ['/', ..])
        {
            return folder;
        }

        _problems.Add(new ConfigurationProblem(
            map.Keys[Key], $"\"{folder}\" is no absolute path of the engine's host", "write it from the root on, such as /srv/shop"));
        return null;
    }

    private string? Host(YamlMap map)
    {
        if (map.Text("host") is not { } host)
        {
            return null;
        }

        if (!Uri.TryCreate(host, UriKind.Absolute, out var uri) || uri is { Scheme: "ssh", Host.Length: 0 })
        {
            _problems.Add(new ConfigurationProblem(
                map.Keys["host"], "\"host\" is no address of an engine", "write ssh://user@host or unix:///path/to/docker.sock"));
        }

        return host;
    }

    private ApplicationSettings Root(string folder, YamlNode node)
    {
        string[] known =
        [
            "application", "compose", "host", "host-folder", "proxy", "services", "database", "migrations", "watch", "watch-failures", "keep-warm",
            "keep-releases",
        ];
        var map = new YamlMap(_file, FileName, node, _problems, known);
        var name = map.Required("application") ?? Unnamed;
        if (!name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_') || !char.IsAsciiLetterOrDigit(name[0]))
        {
            _problems.Add(new ConfigurationProblem(
                map.Keys["application"],
                $"\"{name}\" can't be the name of a compose project",
                "use lower-case letters, digits, - and _, and begin with a letter or digit"));
            name = Unnamed;
        }

        var services = Services(map.Node("services"), map.Place);
        return new ApplicationSettings
        {
            Name = name,
            Folder = folder,
            File = _file,
            ComposeFiles = map.List("compose") is { Count: > 0 } files ? files : [DefaultComposeFile],
            Host = Host(map),
            HostFolder = HostFolder(map),
            Services = services,
            Unnamed = Data,
            Proxy = Proxy(map.Node("proxy"), services, map.Place),
            Database = map.Node("database") is { } database ? Database(database) : null,
            Migrations = map.Node("migrations") is { } migrations ? Migrations(migrations) : null,
            Watch = map.Duration("watch", TimeSpan.Zero),
            WatchFailures = map.Number("watch-failures", 0, 0, 1_000_000),
            KeepWarm = map.Flag("keep-warm", true),
            KeepReleases = map.Number("keep-releases", 3, 1, 100),
        };
    }

    private Dictionary<string, ServiceSettings> Services(YamlNode? node, Place parent)
    {
        if (node is null)
        {
            _problems.Add(new ConfigurationProblem(parent, $"{FileName} lacks \"services\""));
            return [];
        }

        var services = new YamlMap(_file, "services", node, _problems);
        var reader = new ServiceReader(_strategies, _problems);
        return services.Keys.ToDictionary(s => s.Key, s => reader.Read(_file, s.Key, s.Value, services.Node(s.Key)!), StringComparer.Ordinal);
    }

    private ProxySettings? Proxy(YamlNode? node, Dictionary<string, ServiceSettings> services, Place parent)
    {
        if (node is null)
        {
            if (services.Values.FirstOrDefault(s => s.Strategy.IsBehindProxy) is { } slotted)
            {
                _problems.Add(new ConfigurationProblem(
                    parent,
                    $"service \"{slotted.Name}\" is {slotted.Strategy.Name}, so {FileName} needs \"proxy\"",
                    "proxy: {kind: nginx, service: NAME} or proxy: {kind: nginx, image: IMAGE}"));
            }

            return null;
        }

        string[] known =
        [
            "kind", "service", "image", "listen", "behind", "traefik", "ask", "tell", "tls", "ports", .. RequestReader.ClientKeys, .. RequestReader.Keys,
        ];
        var map = new YamlMap(_file, "proxy", node, _problems, known);
        map.Required("kind");
        var (service, image) = (map.Text("service"), map.Text("image"));
        if (!map.Keys.ContainsKey("service") && !map.Keys.ContainsKey("image"))
        {
            _problems.Add(new ConfigurationProblem(map.Place, "proxy needs \"service\" (a compose service) or \"image\" (Slipway adds a service of it)"));
        }

        var requests = new RequestReader(_problems);
        var (listen, reader) = (map.Number("listen", 80, 1, 65535), new TlsReader(_file, _problems));
        var tls = map.Node("tls") is { } secure ? reader.Read(secure) : null;
        return new ProxySettings
        {
            // The first stands in for one that is missing or unknown, so that further mistakes can be found.
            Kind = map.Choice("kind", ProxyKinds.All[0], ProxyKinds.All.ToDictionary(p => p.Name, StringComparer.Ordinal)),
            Service = service ?? "slipway-proxy",
            Added = service is null,
            Image = image is null ? null : Interpolation.Expand(image),
            Listen = listen,
            Tls = tls,
            Ports = service is null && !map.Keys.ContainsKey("behind") ? reader.Ports(map, listen, tls) : [],
            PortsPlace = map.Keys.GetValueOrDefault("ports"),
            ListenPlace = map.Keys.GetValueOrDefault("listen", map.Place),
            Behind = map.Text("behind"),
            Traefik = map.Node("traefik") is { } traefik ? Traefik(traefik) : null,
            Tell = map.List("tell"),
            Ask = Asked(map),
            Requests = requests.Read(map, isOfService: false),
            Clients = requests.ReadClients(map),
            Place = map.Keys.GetValueOrDefault("service", map.Place),
            ImagePlace = map.Keys.GetValueOrDefault("image", map.Place),
        };
    }

    private TraefikSettings Traefik(YamlNode node)
    {
        var map = new YamlMap(_file, "traefik", node, _problems, "file", "entry-points", "middlewares", "tls", "resolver");
        var isTls = map.Flag("tls", map.Keys.ContainsKey("resolver"));
        var entrance = new TraefikEntrance(map.List("entry-points"), map.List("middlewares"), isTls, map.Text("resolver"));
        return new TraefikSettings(map.Required("file") ?? "traefik.yml", entrance, map.Keys.GetValueOrDefault("file", map.Place));
    }

    private List<Uri> Asked(YamlMap map)
    {
        var asked = new List<Uri>();
        foreach (var text in map.List("ask"))
        {
            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            {
                asked.Add(uri);
            }
            else
            {
                _problems.Add(new ConfigurationProblem(
                    map.Keys["ask"], $"\"{text}\" is no request that a user makes", "write it like https://example.org/path"));
            }
        }

        return asked;
    }

    private DatabaseSettings Database(YamlNode node)
    {
        var map = new YamlMap(_file, "database", node, _problems, "service", "kind", "port", "user", "name", "backup", "keep-backups");
        map.Choice("kind", "postgres", new Dictionary<string, string>(StringComparer.Ordinal) { ["postgres"] = "postgres" });
        return new DatabaseSettings
        {
            Service = map.Required("service") ?? string.Empty,
            Port = map.Number("port", 5432, 1, 65535),
            User = map.Text("user"),
            Name = map.Text("name"),
            Backup = map.Choice("backup", BackupPolicy.BeforeMigration, BackupPolicies),
            KeepBackups = map.Number("keep-backups", 5, 1, 1000),
            Place = map.Keys.GetValueOrDefault("service", map.Place),
        };
    }

    private MigrationSettings Migrations(YamlNode node)
    {
        var map = new YamlMap(_file, "migrations", node, _problems, "service", "tool", "folder", "command", "timeout");
        var tool = map.Choice("tool", MigrationTools.All[0], MigrationTools.All.ToDictionary(t => t.Name, StringComparer.Ordinal));
        return new MigrationSettings
        {
            Service = map.Required("service") ?? string.Empty,
            Tool = tool,
            Folder = map.Text("folder") ?? tool.Folder,
            Command = map.List("command") is { Count: > 0 } command ? command : tool.Command,
            Timeout = map.Duration("timeout", TimeSpan.FromMinutes(10)),
            Place = map.Keys.GetValueOrDefault("service", map.Place),
        };
    }
}
