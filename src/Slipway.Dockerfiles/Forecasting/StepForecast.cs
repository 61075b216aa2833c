using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>What a build does with a step.</summary>
/// <param name="Step">The step: a RUN, COPY, ADD or WORKDIR, which alone make layers.</param>
/// <param name="IsCached">Whether an earlier build's result is taken.</param>
/// <param name="Blame">The files whose change is the reason why not; none when the Dockerfile or an argument is.</param>
public sealed record StepForecast(Step Step, bool IsCached, IReadOnlyList<string> Blame);
