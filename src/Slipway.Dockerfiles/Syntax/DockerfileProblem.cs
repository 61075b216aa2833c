using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Syntax;

/// <summary>Why the engine would refuse a Dockerfile.</summary>
/// <param name="Span">The offending characters.</param>
/// <param name="Message">What is wrong, without a full stop.</param>
public sealed record DockerfileProblem(TextSpan Span, string Message);
