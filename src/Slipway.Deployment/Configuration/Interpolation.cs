using System.Text.RegularExpressions;

namespace Slipway.Deployment.Configuration;

/// <summary>Variables in slipway.yaml: <c>${NAME}</c> and <c>${NAME:-default}</c>, from the environment.</summary>
internal static partial class Interpolation
{
    public static string Expand(string text) => Variable().Replace(
        text, m => Environment.GetEnvironmentVariable(m.Groups["name"].Value) is { Length: > 0 } value ? value : m.Groups["default"].Value);

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::?-(?<default>[^}]*))?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
