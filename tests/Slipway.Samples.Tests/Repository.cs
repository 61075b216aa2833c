namespace Slipway.Samples.Tests;

/// <summary>Where the samples lie, and what the bootstrap recorded.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    public static string? ImagePrefix { get; } = Environment.GetEnvironmentVariable("SLIPWAY_IMAGES") ?? Recorded();

    public static string Sample(string name) => Path.Combine(Folder, "samples", name);

    private static string? Recorded()
    {
        const string Name = "SLIPWAY_IMAGES=";
        var file = Path.Combine(Folder, ".slipway", "host.env");
        var line = File.Exists(file) ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(Name, StringComparison.Ordinal)) : null;
        return line?[Name.Length..];
    }

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "global.json")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside of a checkout.");
        return folder;
    }
}
