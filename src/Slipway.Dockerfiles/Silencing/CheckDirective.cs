using Slipway.Dockerfiles.Syntax;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Silencing;

/// <summary>The directive <c># check=skip=A,B;error=true;experimental=C</c>, which speaks of BuildKit's checks only.</summary>
internal sealed class CheckDirective
{
    private const string All = "all";

    private readonly HashSet<string> _skip = new(StringComparer.Ordinal);
    private readonly HashSet<string> _experimental = new(StringComparer.Ordinal);
    private bool _areErrors;

    private CheckDirective()
    {
    }

    /// <summary>Reads that of a whole file, in whose place the build argument <c>BUILDKIT_DOCKERFILE_CHECK</c> can stand.</summary>
    /// <param name="argument">The build argument; null when the build is given none.</param>
    public static CheckDirective Of(Dockerfile file, string? argument) => Read(argument ?? file.DirectiveValue("check") ?? string.Empty);

    /// <summary>Reads that of one instruction: the first comment above it that is one counts, up to a blank.</summary>
    /// <param name="comments">The comments above the instruction.</param>
    /// <returns>What they say; null when none is one.</returns>
    public static CheckDirective? Above(IEnumerable<Comment> comments)
    {
        foreach (var comment in comments)
        {
            var parts = comment.Text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && parts[0].Equals("check", StringComparison.OrdinalIgnoreCase))
            {
                return Read(parts[1].Split(' ', 2)[0]);
            }
        }

        return null;
    }

    /// <summary>Whether it leaves a check out. One that is an experiment, and asked for by name, is not left out by others.</summary>
    public bool Skips(string code) => IsBuildKit(code) && (_skip.Contains(code) || (_skip.Contains(All) && !_experimental.Contains(code)));

    /// <summary>The severity that it gives a check.</summary>
    public Severity Severity(string code, Severity severity)
    {
        if (!IsBuildKit(code))
        {
            return severity;
        }

        if (severity == Findings.Severity.Off && (_experimental.Contains(code) || _experimental.Contains(All)))
        {
            severity = Findings.Severity.Warning;
        }

        return _areErrors && severity != Findings.Severity.Off ? Findings.Severity.Error : severity;
    }

    private static CheckDirective Read(string text)
    {
        var check = new CheckDirective();
        foreach (var option in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
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
                check._areErrors = values is ["1" or "t" or "T" or "true" or "TRUE" or "True"];
            }
        }

        return check;
    }

    // BuildKit's checks are the ones that have names instead of numbers.
    private static bool IsBuildKit(string code) => !char.IsAsciiDigit(code[^1]);
}
