using System.Security.Cryptography;
using System.Text;
using Slipway.Compose.Services;

namespace Slipway.Deployment.Observation;

/// <summary>
/// A hash over all that a build can depend on: the files of its context that the engine would be sent, the Dockerfile
/// and the build arguments. While it stays the same, an image that carries it as a label need not be built again.
/// </summary>
internal static class BuildContextHash
{
    /// <summary>Computes the hash.</summary>
    /// <param name="build">How the image is built.</param>
    /// <param name="folder">The application's folder, which relative paths start from.</param>
    /// <returns>16 hexadecimal digits, or null when the context is no local folder.</returns>
    public static string? Of(BuildDefinition build, string folder)
    {
        var context = Path.GetFullPath(Path.Combine(folder, build.Context));
        if (!Directory.Exists(context))
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text($"{build.Dockerfile} {build.Target}");
        foreach (var name in build.Args.Names)
        {
            Text(build.Args.TryGet(name, out var value) ? $"{name}={value}" : name);
        }

        var dockerfile = Path.Combine(context, build.Dockerfile ?? "Dockerfile");
        Add(dockerfile);
        var ignore = ContextIgnore.Read(context, dockerfile);
        foreach (var file in Directory.EnumerateFiles(context, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(context, f))
            .Where(f => !ignore.Ignores(f.Replace(Path.DirectorySeparatorChar, '/')))
            .Order(StringComparer.Ordinal))
        {
            Add(Path.Combine(context, file), file);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];

        void Text(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        void Add(string path, string? name = null)
        {
            var info = new FileInfo(path);
            if (info.LinkTarget is { } target)
            {
                Text($"{name} -> {target}");
            }
            else if (info.Exists)
            {
                Text($"{name} {(OperatingSystem.IsWindows() ? 0 : (int)info.UnixFileMode)} {info.Length}");
                hash.AppendData(File.ReadAllBytes(path));
            }
        }
    }
}
