namespace Slipway.Dockerfiles.Forecasting;

/// <summary>A commit of the application's history.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Time">When it was made.</param>
/// <param name="Tree">The files of the build context, by their paths relative to it.</param>
public sealed record Commit(string Id, DateTimeOffset Time, IReadOnlyDictionary<string, TreeFile> Tree);
