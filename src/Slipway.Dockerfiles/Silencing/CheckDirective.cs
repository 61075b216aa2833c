using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Silencing;

/// <summary>The directive <c># check=skip=A,B;error=true;experimental=C</c>, which speaks of BuildKit's checks only.</summary>
internal sealed class CheckDirective
{
    private readonly HashSet<string> _skip = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _experimental = new(StringComparer.OrdinalIgnoreCase);
    private bool _areErrors;

    public static CheckDirective Of(Dockerfile file)
    {
        var check = new CheckDirective();
        foreach (var option in (file.DirectiveValue("check") ?? string.Empty).Split(
            ';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = option.Split('=', 2, StringSplitOptions.TrimEntries);
            var values = parts.Length == 2 ? parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            if (parts[0] == "skip")
            {
                check._skip.UnionWith(values);
            }
            else if (parts[0] == "experimental")
            {
                check._experimental.UnionWith(values);
            }
            else if (parts[0] == "error")
            {
                check._areErrors = values is ["true" or "1" or "True"];
            }
        }

        return check;
    }

    public bool Skips(string code) => IsBuildKit(code) && (_skip.Contains(code) || _skip.Contains("all"));

    public Severity Severity(string code, Severity severity)
    {
        if (!IsBuildKit(code))
        {
            return severity;
        }

        if (severity == Findings.Severity.Off && (_experimental.Contains(code) || _experimental.Contains("all")))
        {
            severity = Findings.Severity.Warning;
        }

        return _areErrors && severity != Findings.Severity.Off ? Findings.Severity.Error : severity;
    }

    // BuildKit's checks are the ones that have names instead of numbers.
    private static bool IsBuildKit(string code) => !char.IsAsciiDigit(code[^1]);
}
