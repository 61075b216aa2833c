using System.Security.Cryptography;
using System.Text;
using Slipway.Compose.Services;

namespace Slipway.Deployment.Observation;

/// <summary>
/// A hash over all that a build can depend on: the files of its contexts that the engine would be sent, the Dockerfile, arguments, secrets and
/// whatever else compose says of the build. While it stays the same, an image that carries it as a label need not be built again.
/// </summary>
internal sealed class BuildContextHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private readonly ContextFiles _files;

    private BuildContextHash(ContextFiles files) => _files = files;

    /// <summary>Computes the hash.</summary>
    /// <param name="build">How the image is built.</param>
    /// <param name="folder">The application's folder, which relative paths start from.</param>
    /// <param name="files">The files of build contexts.</param>
    /// <param name="service">Gives the hash of another service's build, whose image is a context of this one; null when it is not known.</param>
    /// <returns>16 hexadecimal digits, or null when the context is no local folder.</returns>
    public static string? Of(BuildDefinition build, string folder, ContextFiles files, Func<string, string?>? service = null)
    {
        var context = Path.GetFullPath(Path.Combine(folder, build.Context));
        if (!Directory.Exists(context))
        {
            return null;
        }

        using var hash = new BuildContextHash(files);
        hash.AddDefinition(build);
        var dockerfile = Path.Combine(context, build.Dockerfile ?? "Dockerfile");
        if (build.Inline is null)
        {
            hash.AddFile(dockerfile);
        }

        hash.AddFolder(context, dockerfile);
        hash.AddContexts(build, folder, service);
        return Convert.ToHexStringLower(hash._hash.GetHashAndReset())[..16];
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private void AddDefinition(BuildDefinition build)
    {
        Text($"{build.Dockerfile} {build.Target}");
        foreach (var name in build.Args.Names)
        {
            Text(build.Args.TryGet(name, out var value) ? $"{name}={value}" : name);
        }

        // What most builds don't have leaves the hash as it has always been.
        foreach (var more in new[] { build.Inline, build.Rest }.OfType<string>().Where(t => t.Length > 0))
        {
            Text(more);
        }

        foreach (var secret in build.SecretFiles)
        {
            Text("secret");
            AddFile(secret);
        }
    }

    private void AddContexts(BuildDefinition build, string folder, Func<string, string?>? service)
    {
        foreach (var name in build.Contexts.Names)
        {
            var source = build.Contexts.TryGet(name, out var given) ? given : string.Empty;
            var place = Path.GetFullPath(Path.Combine(folder, source));
            if (source.Contains("://", StringComparison.Ordinal) || !Directory.Exists(place))
            {
                var built = source.StartsWith("service:", StringComparison.Ordinal) ? service?.Invoke(source["service:".Length..]) : null;
                Text($"context {name} {source} {built}");
                continue;
            }

            Text($"context {name}");
            AddFolder(place, Path.Combine(place, "Dockerfile"));
        }
    }

    private void AddFolder(string context, string dockerfile)
    {
        foreach (var file in _files.Of(context, dockerfile))
        {
            if (file.EndsWith('/'))
            {
                Text($"{file} can't be read");
            }
            else
            {
                AddFile(Path.Combine(context, file), file);
            }
        }
    }

    private void Text(string text) => _hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

    private void AddFile(string path, string? name = null)
    {
        var info = new FileInfo(path);
        if (info.LinkTarget is { } target)
        {
            Text($"{name} -> {target}");
            return;
        }

        if (!info.Exists)
        {
            return;
        }

        Text($"{name} {(OperatingSystem.IsWindows() ? 0 : (int)info.UnixFileMode)} {info.Length}");
        try
        {
            // A pipe, a socket or a device has no length, and whoever reads it may wait for ever.
            if (info.Length > 0)
            {
                _hash.AppendData(File.ReadAllBytes(path));
            }
        }
        catch (UnauthorizedAccessException)
        {
            Text("can't be read");
        }
    }
}
