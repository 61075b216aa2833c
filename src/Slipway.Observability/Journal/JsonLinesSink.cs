using System.Text.Json;

namespace Slipway.Observability.Journal;

/// <summary>Appends each event as one line of JSON to a file; the folder is created with the first event.</summary>
/// <param name="path">The file.</param>
public sealed class JsonLinesSink(string path) : IJournalSink
{
    private FileStream? _file;

    /// <inheritdoc/>
    public void Write(JournalEvent entry)
    {
        _file ??= Open();
        using (var json = new Utf8JsonWriter(_file))
        {
            json.WriteStartObject();
            json.WriteString("at", entry.At);
            json.WriteString("kind", entry.Kind.ToString());
            WriteIfAny(json, "phase", entry.Phase);
            WriteIfAny(json, "text", entry.Text);
            WriteIfAny(json, "result", entry.Result);
            if (entry.Duration is { } duration)
            {
                json.WriteNumber("seconds", Math.Round(duration.TotalSeconds, 4));
            }

            json.WriteEndObject();
        }

        _file.WriteByte((byte)'\n');
        if (entry.Kind is not JournalEventKind.Output)
        {
            _file.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }
}
