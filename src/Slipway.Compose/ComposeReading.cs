namespace Slipway.Compose;

/// <summary>What came of reading a compose configuration: a model or the reason why there is none.</summary>
/// <param name="Model">The model, or null when <paramref name="Problem"/> says why not.</param>
/// <param name="Problem">The reason, or null when there is a model.</param>
public sealed record ComposeReading(ComposeModel? Model, ComposeProblem? Problem);
