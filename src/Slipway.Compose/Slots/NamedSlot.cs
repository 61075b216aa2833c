namespace Slipway.Compose.Slots;

/// <summary>One slot of a service.</summary>
internal sealed record NamedSlot(string Name, string Color, string Service, SlotInstance Instance)
{
    /// <summary>The slots of a service that have been used.</summary>
    public static IEnumerable<NamedSlot> Of(SlotService service)
    {
        if (service.Blue is { } blue)
        {
            yield return new(SlotService.NameOf(service.Name, "blue"), "blue", service.Name, blue);
        }

        if (service.Green is { } green)
        {
            yield return new(SlotService.NameOf(service.Name, "green"), "green", service.Name, green);
        }
    }
}
