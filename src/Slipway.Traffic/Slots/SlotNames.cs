using System.Diagnostics.CodeAnalysis;

namespace Slipway.Traffic.Slots;

/// <summary>How slots are written in configurations, file names and answers: <c>blue</c> and <c>green</c>.</summary>
public static class SlotNames
{
    /// <summary>The slot that is not this one.</summary>
    public static Slot Other(this Slot slot) => slot == Slot.Blue ? Slot.Green : Slot.Blue;

    /// <summary>The slot in lower case.</summary>
    public static string Name(this Slot slot) => slot == Slot.Blue ? "blue" : "green";

    /// <summary>Reads a slot; only the exact words count.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Slot slot)
    {
        slot = text == "green" ? Slot.Green : Slot.Blue;
        return text is "blue" or "green";
    }
}
