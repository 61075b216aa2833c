namespace Slipway.Linting.Images;

/// <summary>Programs that official images are known to have, so that no engine has to be asked.</summary>
internal static class BaseImage
{
    private static readonly string[] WithBash =
    [
        "debian", "ubuntu", "buildpack-deps", "python", "node", "ruby", "golang", "php", "perl", "rust", "nginx", "httpd", "haproxy", "postgres", "mariadb",
        "mysql", "redis", "rabbitmq", "tomcat", "eclipse-temurin", "maven", "gradle", "wordpress", "nextcloud",
    ];

    /// <summary>Whether an image has a program.</summary>
    /// <param name="program">The program's name.</param>
    /// <returns>True if it surely has; null when nobody knows.</returns>
    public static bool? HasProgram(string image, string program)
    {
        var path = image.Split('@')[0];
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : "library";
        if (folder is not ("library" or "docker.io") && !folder.EndsWith("/library", StringComparison.Ordinal))
        {
            return null;
        }

        var (name, tag) = path[(path.LastIndexOf('/') + 1)..].Split(':') is [var first, var second]
            ? (first, second)
            : (path[(path.LastIndexOf('/') + 1)..], string.Empty);
        var isAlpine = name is "alpine" or "busybox" || tag.Contains("alpine", StringComparison.Ordinal);
        var isWindows = tag.Contains("windows", StringComparison.Ordinal) || tag.Contains("nanoserver", StringComparison.Ordinal);
        var has = program switch
        {
            "wget" or "nc" => isAlpine,
            "bash" => !isAlpine && WithBash.Contains(name) && !isWindows,
            "python3" => name == "python",
            "node" => name == "node",
            "perl" => name is "debian" or "ubuntu" or "perl",
            _ => false,
        };
        return has ? true : null;
    }
}
