using Slipway.Compose.Fronts.Reading;

namespace Slipway.Compose.Fronts;

/// <summary>A program that stands before others.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Images">Words of which its images have one in the last part of their names.</param>
/// <param name="Folders">Where its configuration lies inside a container.</param>
/// <param name="Read">Reads its configuration.</param>
internal sealed record FrontKind(string Name, string[] Images, string[] Folders, Action<FrontFiles, FrontReading> Read)
{
    /// <summary>What slipway.yaml calls it, when Slipway can write its configuration; else null.</summary>
    public string? Written { get; init; }

    /// <summary>Whether its image serves files, or nothing, as long as nobody configures it.</summary>
    public bool ServesFiles { get; init; }

    /// <summary>Whether its reader begins where the program does, so that what it doesn't get to doesn't count.</summary>
    public bool FollowsIncludes { get; init; }

    /// <summary>Whether its reader names the ports that such a program usually has, where its files don't say.</summary>
    public bool GuessesPorts { get; init; }

    /// <summary>Whether the name tells only that it stands before others.</summary>
    public bool IsVague { get; init; }
}
