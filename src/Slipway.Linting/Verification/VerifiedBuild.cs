using Slipway.Dockerfiles.Progress;

namespace Slipway.Linting.Verification;

/// <summary>A change of one file, built with a Dockerfile as it was and as it is mended.</summary>
/// <param name="Kind">What was changed: the sources or the dependencies.</param>
/// <param name="Before">The steps with the Dockerfile as it was.</param>
/// <param name="SecondsBefore">How long that build took.</param>
/// <param name="After">The steps with the mended one.</param>
/// <param name="SecondsAfter">How long that build took.</param>
internal sealed record VerifiedBuild(
    string Kind, string File, IReadOnlyList<BuildStep> Before, double SecondsBefore, IReadOnlyList<BuildStep> After, double SecondsAfter);
