namespace Slipway.Compose.Slots;

/// <summary>How a service with two slots changes over.</summary>
public enum SlotStrategy
{
    /// <summary>Both slots may run at once, behind the proxy.</summary>
    BlueGreen,

    /// <summary>Only one slot runs at a time; it keeps the service's name on its networks.</summary>
    Handoff,
}
