using System.Text.Json;
using Slipway.Findings.Baselines;
using Slipway.Findings.Json;
using Slipway.Findings.Sources;

namespace Slipway.Findings.Output;

/// <summary>Writes findings in SARIF 2.1.0 (OASIS), which code hosts show beside the code.</summary>
/// <param name="tool">The name of the program that found them.</param>
public sealed class SarifWriter(string tool, string version) : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<CheckedFile> files, TextWriter output) => output.WriteLine(JsonText.Write(json =>
    {
        var rules = files.SelectMany(f => f.Findings).Select(f => f.Rule).DistinctBy(r => r.Code).OrderBy(r => r.Code, StringComparer.Ordinal).ToList();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, rules);
        json.WriteString("columnKind", "utf16CodeUnits");
        json.Objects("results", files.SelectMany(f => Fingerprints.Of(f).Select(p => (f.Source, p.Finding, p.Fingerprint))), result =>
            WriteResult(json, result.Finding, result.Fingerprint, result.Source, rules));
        json.WriteEndObject();
        json.WriteEndArray();
    }));

    private static void WriteResult(Utf8JsonWriter json, Finding finding, string fingerprint, SourceText source, List<RuleInfo> rules)
    {
        json.WriteString("ruleId", finding.Rule.Code);
        json.WriteNumber("ruleIndex", rules.FindIndex(r => r.Code == finding.Rule.Code));
        json.WriteString("level", Level(finding.Severity));
        WriteText(json, "message", finding.Message);
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, finding.File);
        WriteRegion(json, "region", finding.Start, finding.End);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("slipway/v1", fingerprint);
        json.WriteEndObject();
        if (!finding.Fix.Edits.IsEmpty)
        {
            WriteFix(json, finding, source);
        }
    }

    private static void WriteFix(Utf8JsonWriter json, Finding finding, SourceText source)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        WriteText(json, "description", finding.Fix.Reason);
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteArtifact(json, finding.File);
        json.Objects("replacements", finding.Fix.Edits, edit =>
        {
            WriteRegion(json, "deletedRegion", source.PositionOf(edit.Span.Start), source.PositionOf(edit.Span.End));
            WriteText(json, "insertedContent", edit.NewText);
        });
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string file)
    {
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string name, LinePosition start, LinePosition end)
    {
        json.WriteStartObject(name);
        json.WriteNumber("startLine", start.Line);
        json.WriteNumber("startColumn", start.Column);
        json.WriteNumber("endLine", end.Line);
        json.WriteNumber("endColumn", end.Column);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    private void WriteTool(Utf8JsonWriter json, List<RuleInfo> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", tool);
        json.WriteString("version", version);
        json.Objects("rules", rules, rule =>
        {
            json.WriteString("id", rule.Code);
            WriteText(json, "shortDescription", rule.Summary);
            WriteText(json, "fullDescription", rule.Why.Length > 0 ? rule.Why : rule.Summary);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(rule.Severity));
            json.WriteEndObject();
        });
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
