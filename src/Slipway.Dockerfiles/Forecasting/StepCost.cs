using Slipway.Dockerfiles.Stages;

namespace Slipway.Dockerfiles.Forecasting;

/// <summary>What a step costs over a number of commits.</summary>
/// <param name="Rebuilt">How many commits rebuild it.</param>
/// <param name="Seconds">How long it takes once; null when it has never been measured.</param>
/// <param name="Blame">The files to blame, the worst first.</param>
public sealed record StepCost(Step Step, int Rebuilt, double? Seconds, IReadOnlyList<BlamedFile> Blame);
