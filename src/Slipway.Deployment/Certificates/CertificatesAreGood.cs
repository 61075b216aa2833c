using System.Globalization;
using Slipway.Deployment.Observation.Certificates;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Preflight;

namespace Slipway.Deployment.Certificates;

/// <summary>Each certificate has its key and is valid by the engine's clock.</summary>
internal sealed class CertificatesAreGood : IPreflightRule
{
    public IEnumerable<Refusal> Check(PlanningContext context) =>
        context.Observation.Certificates.Select(c => Check(c, context.Observation.Engine.Now)).OfType<Refusal>();

    private static Refusal? Check(CertificateObservation certificate, DateTimeOffset now)
    {
        if (certificate.Problem is { } problem)
        {
            return new Refusal($"{problem.Place}: {problem.Message}", problem.Remedy);
        }

        var about = $"{certificate.Settings.Certificate.Place}: the certificate of {certificate.Title}";
        return certificate.Until <= now ? new Refusal($"{about} has expired on {Day(certificate.Until)}", "renew it")
            : certificate.From > now ? new Refusal($"{about} is valid only from {Day(certificate.From)} on", "wait, or set the engine's clock right")
            : null;
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
