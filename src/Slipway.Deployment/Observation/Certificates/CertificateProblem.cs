using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>Why a certificate can't be used.</summary>
/// <param name="Place">Where in slipway.yaml it stands.</param>
/// <param name="Message">What is wrong; nothing of what is in the files.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="IsMissing">Whether slipway.yaml names what is not there.</param>
public sealed record CertificateProblem(Place Place, string Message, string Remedy, bool IsMissing = false);
