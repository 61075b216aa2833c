using Cake.Core.IO;

namespace Cake.Docker;

/// <summary>A value of the form NAME=VALUE, shown in logs without the value.</summary>
internal sealed class NamedSecretArgument(string name, string value) : IProcessArgument
{
    public string Render() => ProcessArgumentEscaper.Escape($"{name}={value}");

    public string RenderSafe() => ProcessArgumentEscaper.Escape($"{name}=[REDACTED]");

    public override string ToString() => RenderSafe();
}
