using System.Diagnostics.CodeAnalysis;
using Slipway.Deployment.Configuration;

namespace Slipway.Deployment.Observation.Certificates;

/// <summary>A certificate or key can't be used; it never leaves the reader.</summary>
[SuppressMessage("Design", "CA1032", Justification = "it always has a problem")]
[SuppressMessage("Design", "CA1064", Justification = "it never leaves the reader")]
internal sealed class UnusableCertificateException(Place place, string message, string remedy, bool isMissing = false) : Exception(message)
{
    public CertificateProblem Problem { get; } = new(place, message, remedy, isMissing);
}
