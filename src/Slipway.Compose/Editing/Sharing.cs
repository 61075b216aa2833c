namespace Slipway.Compose.Editing;

/// <summary>What to do about a value that several places of a file share.</summary>
internal enum Sharing
{
    /// <summary>Change only the place that was asked for: an alias or merged value is written out there.</summary>
    Split,

    /// <summary>Change the value where it is written, and say what else it reaches.</summary>
    Keep,
}
