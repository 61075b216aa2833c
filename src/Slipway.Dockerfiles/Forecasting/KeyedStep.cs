using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>A step with its key in the cache.</summary>
/// <param name="Key">The key, of which that of the step before is a part.</param>
/// <param name="Blame">The changed files that it or a step before it reads.</param>
internal sealed record KeyedStep(Step Step, string Key, IReadOnlyList<string> Blame);
