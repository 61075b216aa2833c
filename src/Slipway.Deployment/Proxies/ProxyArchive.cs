using System.Formats.Tar;
using System.Text;
using Slipway.Traffic.Proxies;

namespace Slipway.Deployment.Proxies;

/// <summary>A proxy's files, as the engine copies them into a container.</summary>
internal static class ProxyArchive
{
    public static MemoryStream Of(IEnumerable<ProxyFile> files)
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
        }

        archive.Position = 0;
        return archive;
    }
}
