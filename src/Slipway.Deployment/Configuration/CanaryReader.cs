using System.Globalization;
using Slipway.Traffic.Canaries;
using YamlDotNet.RepresentationModel;

namespace Slipway.Deployment.Configuration;

/// <summary>Reads <c>canary</c> of a service: a list of stages. A share holds until the next one, a header or cookie until the end.</summary>
/// <param name="file">slipway.yaml, as it is shown.</param>
/// <param name="problems">Receives the mistakes.</param>
internal sealed class CanaryReader(string file, List<ConfigurationProblem> problems)
{
    /// <summary>Reads the stages.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="map">Its settings.</param>
    /// <returns>The settings; null when there are none.</returns>
    public CanarySettings? Read(string service, YamlMap map)
    {
        var isSticky = map.Flag("canary-sticky", false);
        if (map.Node("canary") is not { } node)
        {
            if (map.Keys.TryGetValue("canary-sticky", out var place))
            {
                problems.Add(new ConfigurationProblem(place, $"\"canary-sticky\" in service \"{service}\" means nothing without \"canary\""));
            }

            return null;
        }

        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            problems.Add(new ConfigurationProblem(
                map.Keys["canary"], $"\"canary\" in service \"{service}\" must be a list of stages", "write canary: [{share: 5%, for: 1m}]"));
            return null;
        }

        var (stages, matches, percent) = (new List<CanaryStage>(), new List<CanaryMatch>(), 0);
        foreach (var item in list.Children)
        {
            var stage = new YamlMap(file, $"stage of the canary of service \"{service}\"", item, problems, "share", "header", "cookie", "for");
            if (item is not YamlMappingNode)
            {
                continue;
            }

            if (stage.Keys.Keys.All(k => k is "for"))
            {
                problems.Add(new ConfigurationProblem(
                    stage.Place, $"a stage of the canary of service \"{service}\" needs \"share\", \"header\" or \"cookie\""));
            }

            percent = Share(stage, percent);
            foreach (var isCookie in new[] { false, true })
            {
                Match(stage, isCookie, matches);
            }

            stage.Required("for");
            stages.Add(new CanaryStage(percent, matches.Count, stage.Duration("for", TimeSpan.Zero)));
        }

        return new CanarySettings(stages, new Canary(service) { Matches = matches, IsSticky = isSticky });
    }

    private int Share(YamlMap stage, int before)
    {
        if (stage.Text("share") is not { } text)
        {
            return before;
        }

        if (!int.TryParse(text.TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) || percent is < 1 or > 99)
        {
            problems.Add(new ConfigurationProblem(stage.Keys["share"], $"\"share\" must be 1% to 99%, not \"{text}\""));
            return before;
        }

        if (percent < before)
        {
            problems.Add(new ConfigurationProblem(stage.Keys["share"], $"the share falls from {before}% to {percent}%", "let it grow from stage to stage"));
        }

        return percent;
    }

    private void Match(YamlMap stage, bool isCookie, List<CanaryMatch> matches)
    {
        var key = isCookie ? "cookie" : "header";
        if (stage.Text(key) is not { } text)
        {
            return;
        }

        var parts = text.Split(isCookie ? '=' : ':', 2);
        var match = new CanaryMatch(parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : null, isCookie);
        if (match.Problem is { } problem)
        {
            problems.Add(new ConfigurationProblem(stage.Keys[key], problem.TrimEnd('.'), $"write {(isCookie ? "beta=yes" : "\"X-Canary: yes\"")}"));
            return;
        }

        matches.Add(match);
    }
}
