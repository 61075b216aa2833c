using System.Diagnostics.CodeAnalysis;
using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>
/// Settings whose own properties become options: <c>NoCache</c> becomes <c>--no-cache</c>. Those of
/// <see cref="ToolSettings"/>, such as its time-out, concern the process and never become options.
/// </summary>
public abstract class AutoToolSettings : ToolSettings
{
    /// <summary>The names of the properties whose values must not be shown in logs.</summary>
    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "It is a field in the published package.")]
    [SuppressMessage("StyleCop.CSharp.MaintainabilityRules", "SA1401:Fields should be private", Justification = "It is a field in the published package.")]
    public readonly HashSet<string> SecretProperties;

    /// <summary>Creates the settings.</summary>
    [SuppressMessage(
        "Usage", "CA2214:Do not call overridable methods in constructors", Justification = "The published constructor does; overrides return constants.")]
    protected AutoToolSettings() => SecretProperties = [.. CollectSecretProperties() ?? []];

    /// <summary>Names the properties whose values must not be shown in logs.</summary>
    /// <returns>The names, or null for none. Called by the constructor.</returns>
    protected virtual string[]? CollectSecretProperties() => null;
}
