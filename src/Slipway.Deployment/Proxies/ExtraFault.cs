using System.Globalization;
using System.Text.RegularExpressions;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Requests;

namespace Slipway.Deployment.Proxies;

/// <summary>Finds which of the user's own lines a proxy does not take.</summary>
internal static class ExtraFault
{
    /// <summary>The line of the user's own that the proxy names; null when it names none.</summary>
    public static ExtraLine? LineIn(IEnumerable<ProxyFile> files, string reason) => files
        .SelectMany(f => Regex.Matches(reason, $"{Regex.Escape(f.Path)}:([0-9]+)").Select(m => (File: f, Line: m.Groups[1].Value)))
        .Select(p => p.File.Extras.GetValueOrDefault(int.Parse(p.Line, CultureInfo.InvariantCulture)))
        .OfType<ExtraLine>()
        .FirstOrDefault();

    /// <summary>The line that is meant where the proxy names one around it, as Caddy does: the first whose first word it quotes.</summary>
    /// <param name="lines">The user's own, one at least.</param>
    public static ExtraLine Likely(IReadOnlyList<ExtraLine> lines, string reason)
    {
        var meant = lines.Where(l => l.Text.Trim() is { Length: > 0 } text && text[0] is not ('#' or '{' or '}')).ToList();
        return meant.FirstOrDefault(l => reason.Contains(l.Text.Trim().Split(' ', '\t')[0], StringComparison.Ordinal)) ?? meant.FirstOrDefault() ?? lines[0];
    }

    /// <summary>The plan as it would be without such lines.</summary>
    public static ProxyPlan Without(ProxyPlan plan) => plan with
    {
        Extra = [],
        Backends = [.. plan.Backends.Select(b => b with { Handling = b.Handling with { Extra = [] } })],
    };

    /// <summary>The refusal.</summary>
    public static SlipwayException Of(IProxy proxy, ExtraLine line, string reason) => new(
        ExitCode.BadConfiguration,
        $"{line.Origin}: {proxy.Name} does not take this in \"extra\", nothing was changed: {reason}",
        $"write it as {proxy.Name} has it where requests are handled");
}
