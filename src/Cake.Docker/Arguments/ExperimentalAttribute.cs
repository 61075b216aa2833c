using System.Diagnostics.CodeAnalysis;

namespace Cake.Docker;

/// <summary>
/// Marks what needs docker's experimental command line: settings with it run with DOCKER_CLI_EXPERIMENTAL=enabled.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
[SuppressMessage("Performance", "CA1813:Avoid unsealed attributes", Justification = "The published attribute is not sealed.")]
public class ExperimentalAttribute : Attribute;
