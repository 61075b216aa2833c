using System.Text.Json;
using Slipway.Findings.Json;

namespace Slipway.Findings.Output;

/// <summary>Writes findings as one JSON object, for programs.</summary>
public sealed class JsonFindingWriter : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<CheckedFile> files, TextWriter output) => output.WriteLine(JsonText.Of(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("files", files.Count);
        json.WriteStartArray("findings");
        foreach (var finding in files.SelectMany(f => f.Findings))
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule.Code);
        json.WriteString("severity", SeverityName.Of(finding.Severity));
        json.WriteString("file", finding.File);
        json.WriteNumber("line", finding.Start.Line);
        json.WriteNumber("column", finding.Start.Column);
        json.WriteNumber("endLine", finding.End.Line);
        json.WriteNumber("endColumn", finding.End.Column);
        json.WriteString("message", finding.Message);
        json.WriteString("why", finding.Why);
        json.WriteStartObject("fix");
        json.WriteBoolean("refused", finding.Fix.IsRefused);
        json.WriteString("reason", finding.Fix.Reason);
        json.WriteStartArray("edits");
        foreach (var edit in finding.Fix.Edits)
        {
            json.WriteStartObject();
            json.WriteNumber("offset", edit.Span.Start);
            json.WriteNumber("length", edit.Span.Length);
            json.WriteString("text", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (finding.Fix.File is { } file)
        {
            json.WriteString("creates", file.Path);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
