namespace Slipway.EndToEnd.Model;

/// <summary>Something that is done to the application.</summary>
/// <param name="Weight">How often it is drawn, relative to the others.</param>
/// <param name="DoAsync">Does it, and says what was done.</param>
internal sealed record ModelDeed(int Weight, Func<Task<string>> DoAsync);
