using System.Text.Json;
using System.Text.Json.Nodes;
using Benchmarks.Engine;

namespace Benchmarks.Deploy;

/// <summary>The figures as JSON; all times are seconds.</summary>
internal static class BenchJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(BenchFigures figures) => new JsonObject
    {
        ["contenders"] = new JsonArray([.. figures.Contenders.Select(Contender)]),
        ["bootSeconds"] = figures.BootSeconds,
        ["notes"] = new JsonArray([.. figures.Notes.Select(n => JsonValue.Create(n))]),
    }.ToJsonString(Indented) + "\n";

    private static JsonNode Contender(ContenderFigures contender) => new JsonObject
    {
        ["title"] = contender.Title,
        ["boot"] = Node(contender.Boot),
        ["wall"] = Node(contender.Wall),
        ["overhead"] = contender.Overhead,
        ["calmBoot"] = contender.CalmBoot is { } boot ? Node(boot) : null,
        ["calmDeployment"] = contender.CalmDeployments is { } deployments ? Node(deployments) : null,
        ["calmOverhead"] = contender.CalmOverhead,
        ["noticed"] = contender.Noticed is { } noticed ? Node(noticed) : null,
        ["rollback"] = Node(contender.Rollback),
        ["calmRollback"] = contender.CalmRollbacks is { } calm ? Node(calm) : null,
        ["answers"] = contender.Answers is { } answers ? Node(answers) : null,
        ["rollbackIsDeployment"] = contender.Rollbacks.Count == 0,
        ["deployments"] = Runs(contender.Deployments),
        ["rollbacks"] = Runs(contender.Rollbacks),
    };

    private static JsonArray Runs(IReadOnlyList<Deployment> runs) => new([.. runs.Select(r => new JsonObject
    {
        ["seconds"] = r.Seconds,
        ["outage"] = r.Outage,
        ["requests"] = r.Requests,
        ["failed"] = r.Failed,
    })]);

    private static JsonObject Node(Figures figures) =>
        new() { ["count"] = figures.Count, ["median"] = figures.Median, ["p95"] = figures.P95, ["max"] = figures.Max };
}
