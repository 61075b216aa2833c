using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts.Others;

/// <summary>Looks in files of whatever kind for the addresses of services.</summary>
internal static class AnyReader
{
    /// <summary>Reads all of its files.</summary>
    public static void Read(FrontFiles files, FrontReading reading)
    {
        foreach (var file in files.All)
        {
            AddressScan.Into(reading, file.Text);
        }
    }
}
