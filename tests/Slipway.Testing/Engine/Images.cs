namespace Slipway.Testing.Engine;

/// <summary>Where the images that tests start containers of come from.</summary>
public static class Images
{
    private const string Key = "SLIPWAY_IMAGES";
    private const string PublicRegistry = "docker.io/library";

    /// <summary>What is set, or else what the bootstrap has recorded in this repository; null where neither is.</summary>
    public static string? Settled => Environment.GetEnvironmentVariable(Key) is { Length: > 0 } prefix ? prefix : Recorded();

    /// <summary>What is settled, or else the public registry.</summary>
    public static string Prefix => Settled ?? PublicRegistry;

    private static string? Recorded()
    {
        var file = RepositoryFile.PathOf(".slipway/host.env");
        return File.Exists(file) ? File.ReadLines(file).FirstOrDefault(l => l.StartsWith(Key + "=", StringComparison.Ordinal))?[(Key.Length + 1)..] : null;
    }
}
