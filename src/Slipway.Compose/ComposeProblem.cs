namespace Slipway.Compose;

/// <summary>Something that can't work, or that a person should know, at one place of an application's compose configuration.</summary>
/// <param name="Place">Where, as a path of keys: <c>services.bot.network_mode</c>.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
/// <param name="Remedy">What to do about it, without a full stop; empty when nothing has to be done.</param>
public sealed record ComposeProblem(string Place, string Message, string Remedy = "")
{
    /// <summary>The problem as one line for a person.</summary>
    /// <returns><c>place: message; remedy</c>.</returns>
    public override string ToString() => Remedy.Length == 0 ? $"{Place}: {Message}" : $"{Place}: {Message}; {Remedy}";
}
