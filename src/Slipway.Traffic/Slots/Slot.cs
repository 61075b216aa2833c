namespace Slipway.Traffic.Slots;

/// <summary>One of the two places in which a release of a blue-green service runs.</summary>
public enum Slot
{
    /// <summary>The slot that serves when nothing else has been decided.</summary>
    Blue,

    /// <summary>The other slot.</summary>
    Green,
}
