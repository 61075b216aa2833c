namespace Slipway.EndToEnd.Model;

/// <summary>What Status --json said.</summary>
/// <param name="Containers">The containers.</param>
/// <param name="Warm">The release that Rollback goes to at once; null without one.</param>
/// <param name="Kept">The releases that are kept.</param>
internal sealed record ModelStatus(IReadOnlyList<ModelContainer> Containers, string? Warm, IReadOnlyList<string> Kept)
{
    /// <summary>The container that serves users; null when Status names none.</summary>
    public ModelContainer? Serving => Containers.FirstOrDefault(c => c is { Service: "web", Role: "serves" });
}
