namespace Slipway.Processes;

/// <summary>
/// An environment variable, unique to one started process, that everything it starts inherits. By it a descendant is found even
/// when its parent has died and it belongs to init, where parent ids lead nowhere.
/// </summary>
internal sealed record ProcessMark
{
    public const string Value = "1";

    public string Name { get; } = $"SLIPWAY_PROCESS_{Guid.NewGuid():N}";

    public string Entry => $"{Name}={Value}";
}
