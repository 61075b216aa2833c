namespace Slipway.EndToEnd.Model;

/// <summary>A container of Status --json.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Service">Its compose service.</param>
/// <param name="Role">What it is there for.</param>
/// <param name="Release">Its release; null for one of plain compose.</param>
/// <param name="State">The engine's word.</param>
internal sealed record ModelContainer(string Name, string Service, string Role, string? Release, string State);
