using System.Formats.Tar;
using System.Text;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Proxies;

/// <summary>A proxy's files, as the engine copies them into a container.</summary>
internal static class ProxyArchive
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes the archive.</summary>
    /// <param name="files">What everybody in the container may read.</param>
    /// <param name="certificates">What only its root may read.</param>
    public static MemoryStream Of(IEnumerable<ProxyFile> files, IReadOnlyList<TlsFile> certificates)
    {
        var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, leaveOpen: true))
        {
            foreach (var file in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'))
                {
                    Mode = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Content)),
                });
            }

            if (certificates.Count > 0)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, TlsFiles.Directory.TrimStart('/') + "/") { Mode = Owner | UnixFileMode.UserExecute });
            }

            foreach (var file in certificates)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, file.Path.TrimStart('/'))
                {
                    Mode = Owner,
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(file.Content.Pem)),
                });
            }
        }

        archive.Position = 0;
        return archive;
    }
}
