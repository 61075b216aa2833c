namespace Slipway.Compose.Files;

/// <summary>What came of looking through an application's compose files.</summary>
/// <param name="Sources">The sources, or null when <paramref name="Problem"/> says why not.</param>
/// <param name="Problem">The reason, its place being <c>file:line:column</c>, or null.</param>
public sealed record ComposeSourcesReading(ComposeSources? Sources, ComposeProblem? Problem);
