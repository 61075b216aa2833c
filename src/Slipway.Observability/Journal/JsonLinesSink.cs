using System.Text.Json;
using Slipway.Observability.State;

namespace Slipway.Observability.Journal;

/// <summary>Appends each event as one line of JSON to a file, which is created with the first one. Progress, which only passes, is left out.</summary>
/// <param name="folder">The application's state folder.</param>
/// <param name="name">The file's path from it.</param>
public sealed class JsonLinesSink(StateFolder folder, string name) : IJournalSink
{
    private FileStream? _file;

    /// <inheritdoc/>
    public string Name => "journal";

    /// <inheritdoc/>
    public void Write(JournalEvent entry)
    {
        if (entry.Kind is JournalEventKind.Progress)
        {
            return;
        }

        _file ??= folder.Append(name);
        using (var json = new Utf8JsonWriter(_file))
        {
            Write(json, entry);
        }

        _file.WriteByte((byte)'\n');
        if (entry.Kind is not JournalEventKind.Output)
        {
            _file.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static void Write(Utf8JsonWriter json, JournalEvent entry)
    {
        json.WriteStartObject();
        json.WriteString("at", entry.At);
        json.WriteString("kind", entry.Kind.ToString());
        json.WriteString("run", entry.Run);
        json.WriteNumber("id", entry.Id);
        if (entry.Parent is { } parent)
        {
            json.WriteNumber("parent", parent);
        }

        WriteIfAny(json, "action", entry.Action);
        WriteIfAny(json, "release", entry.Release);
        WriteIfAny(json, "phase", entry.Phase);
        WriteIfAny(json, "service", entry.Service);
        WriteIfAny(json, "slot", entry.Slot);
        WriteIfAny(json, "text", entry.Text);
        WriteIfAny(json, "result", entry.Result);
        if (entry.Duration is { } duration)
        {
            json.WriteNumber("seconds", Math.Round(duration.TotalSeconds, 4));
        }

        json.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
