using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Nginx;

/// <summary>Reads the configuration of an nginx from its beginning, and follows what it includes.</summary>
internal sealed partial class NginxReader(FrontFiles files, FrontReading reading)
{
    private const int Deepest = 20;

    /// <summary>Where images have it, those that are made from nginx too.</summary>
    private static readonly string[] Roots =
        ["/etc/nginx", "/usr/local/openresty/nginx/conf", "/usr/local/nginx/conf", "/opt/bitnami/nginx/conf", "/config/nginx"];

    /// <summary>What the root file of an image includes.</summary>
    private static readonly string[] Parts =
    [
        "/etc/nginx/conf.d/*.conf", "/etc/nginx/sites-enabled/*", "/opt/bitnami/nginx/conf/server_blocks/*.conf", "/config/nginx/site-confs/*.conf",
        "/config/nginx/proxy-confs/*.conf",
    ];

    /// <summary>Files that every image of nginx has, and that mean nothing but passing on.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "mime.types", "proxy_params", "fastcgi_params", "fastcgi.conf", "uwsgi_params", "scgi_params",
    };

    private readonly NginxPasses _passes = new(reading);
    private readonly string _folder = Roots.FirstOrDefault(r => files.Find($"{r}/nginx.conf") is not null) ?? Roots[0];
    private bool _usesFolder;

    /// <summary>Reads it.</summary>
    public static void Read(FrontFiles files, FrontReading reading) => new NginxReader(files, reading).Read();

    private void Read()
    {
        if (files.Find($"{_folder}/nginx.conf") is { } root)
        {
            Walk(root, "", 0);
        }
        else
        {
            Missing($"{_folder}/nginx.conf", null);
            foreach (var part in Parts)
            {
                Missing(part, null);
                foreach (var file in files.Matching(part))
                {
                    Walk(file, "http", 0);
                }
            }

            _usesFolder = true;
        }

        foreach (var template in files.All.Where(f => f.Path.StartsWith($"{_folder}/templates/", StringComparison.Ordinal)))
        {
            reading.Does("is rendered from a template when it starts", template, 1);
            Walk(template, template.Path.EndsWith(".stream-conf.template", StringComparison.Ordinal) ? "stream" : "http", 0);
        }

        var ownDefault = _usesFolder && !files.IsMounted($"{_folder}/conf.d") && files.Find($"{_folder}/conf.d/default.conf") is null;
        if (ownDefault && reading.Sites.Exists(s => s.Port == 80))
        {
            reading.Does("has the image's own conf.d/default.conf beside it, which serves port 80 too");
        }

        // A command of its own may take it from anywhere.
        foreach (var file in files.All.Where(f => !_passes.Any && f.Text.Contains("_pass", StringComparison.Ordinal)))
        {
            Walk(file, HasHttp().IsMatch(file.Text) ? "" : "http", 0);
        }

        _passes.Resolve();
    }

    private void Missing(string path, NginxStatement? by)
    {
        if (files.HiddenAt(path) is { } shown)
        {
            reading.Misses($"has a configuration that can't be read ({shown})");
        }
        else if (by is not null)
        {
            reading.Misses($"includes {by.Value}, which isn't among its files", by.File, by.Line);
        }
    }

    private void Walk(FrontFile file, string around, int depth)
    {
        if (NginxParser.Parse(file, reading.Names.Filled(file.Text)) is { } statements && depth < Deepest)
        {
            Walk(statements, around, new(), depth);
        }
        else
        {
            reading.Misses($"has a configuration that can't be understood ({file.Shown})");
            AddressScan.Into(reading, file.Text);
        }
    }

    private void Walk(ImmutableArray<NginxStatement> statements, string around, NginxServer server, int depth)
    {
        foreach (var statement in statements)
        {
            if (around is not ("stream" or "mail") && !NginxPlain.Is(statement, around))
            {
                reading.Does(NginxDeeds.Of(statement.Name), statement.File, statement.Line);
            }

            if (statement.Name == "include")
            {
                Include(statement, around, server, depth);
            }
            else if (statement is { Name: "server", Block: { } inner } && around != "upstream")
            {
                var own = new NginxServer { IsStream = around == "stream" };
                Walk(inner, "server", own, depth);
                _passes.Add(own, statement);
            }
            else if (statement is { Name: "upstream", Block: { } members })
            {
                Walk(members, "upstream", server, depth);
                _passes.Add(statement, Members(members, depth));
            }
            else if (statement is { Name: "map", Block: { } map })
            {
                CheckMap(statement, map);
            }
            else if (statement is { Block: { } block, Name: not ("types" or "geo" or "split_clients") })
            {
                var isLocation = statement.Name == "location";
                var place = isLocation ? server.Enter(statement, reading, around) : server;
                Walk(block, isLocation ? "location" : statement.Name is "if" or "limit_except" ? around : statement.Name, place, depth);
            }
            else
            {
                server.Take(statement, reading, _passes);
            }
        }
    }

    /// <summary>The servers of an upstream, also of those that stand in a file of their own.</summary>
    private ImmutableArray<NginxStatement> Members(ImmutableArray<NginxStatement> statements, int depth) => depth > Deepest ? [] :
    [
        .. statements.SelectMany(statement => statement.Name != "include" ? [statement] : Included(statement)
            .SelectMany(f => NginxParser.Parse(f, reading.Names.Filled(f.Text)) is { } inner ? Members(inner, depth + 1) : []))
            .Where(s => s.Name == "server"),
    ];

    private IReadOnlyList<FrontFile> Included(NginxStatement statement) => [.. files.Matching(Absolute(statement.Value))];

    private void Include(NginxStatement statement, string around, NginxServer server, int depth)
    {
        var path = Absolute(statement.Value);
        var found = Included(statement);
        var folder = path[..path.LastIndexOf('/')];
        foreach (var file in found)
        {
            if (NginxParser.Parse(file, reading.Names.Filled(file.Text)) is { } statements && depth < Deepest)
            {
                Walk(statements, around, server, depth + 1);
            }
            else
            {
                reading.Misses($"has a configuration that can't be understood ({file.Shown})");
            }
        }

        var isSeen = path.Contains('*', StringComparison.Ordinal)
            ? files.IsMounted(folder) && files.HiddenAt(path) is null
            : found.Count > 0 || Known.Contains(path[(path.LastIndexOf('/') + 1)..]);
        if (path == $"{_folder}/conf.d/*.conf")
        {
            _usesFolder = true;
            Missing(path, null);
        }
        else if (!isSeen)
        {
            Missing(path, statement);
        }
    }

    /// <summary>Only the one that tells whether a connection becomes a WebSocket.</summary>
    private void CheckMap(NginxStatement map, ImmutableArray<NginxStatement> entries)
    {
        var isUpgrade = map.Words is [_, "$http_upgrade", "$connection_upgrade"]
            && entries.All(e => e.Words is ["default", "upgrade"] or ["", "close" or ""]);
        if (!isUpgrade)
        {
            reading.Does(NginxDeeds.Of("map"), map.File, map.Line);
        }
    }

    private string Absolute(string path) => path.StartsWith('/') ? path : $"{_folder}/{path}";

    [GeneratedRegex(@"^\s*http\s*\{", RegexOptions.Multiline)]
    private static partial Regex HasHttp();
}
