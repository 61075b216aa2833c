using Slipway.Findings;

namespace Slipway.Dockerfiles.Linting;

/// <summary>A finding that isn't reported, because following it would cost more than it saves.</summary>
/// <param name="Why">The better advice, as a sentence without a full stop.</param>
public sealed record OutweighedFinding(Finding Finding, string Why);
