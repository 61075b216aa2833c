using System.Text.Json;
using Slipway.Findings.Json;

namespace Slipway.Findings.Output;

/// <summary>Writes findings as one JSON object, for programs.</summary>
public sealed class JsonFindingWriter : IFindingWriter
{
    /// <inheritdoc/>
    public void Write(IReadOnlyList<CheckedFile> files, TextWriter output) => output.WriteLine(JsonText.Write(json =>
    {
        json.WriteNumber("files", files.Count);
        json.Objects("findings", files.SelectMany(f => f.Findings), f => Write(json, f));
    }));

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
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
        json.Objects("edits", finding.Fix.Edits, edit =>
        {
            json.WriteNumber("offset", edit.Span.Start);
            json.WriteNumber("length", edit.Span.Length);
            json.WriteString("text", edit.NewText);
        });
        if (finding.Fix.File is { } file)
        {
            json.WriteString("creates", file.Path);
        }

        json.WriteEndObject();
    }
}
