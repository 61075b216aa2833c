using System.Text.Json;

namespace Slipway.EndToEnd.Hosts;

/// <summary>The journals of an application, read while they are written.</summary>
/// <param name="folder">The folder that they are in.</param>
internal sealed class Journal(string folder)
{
    /// <summary>The entries of the newest journal.</summary>
    public IReadOnlyList<JournalEntry> Newest() => Files().LastOrDefault() is { } file ? Read(file) : [];

    /// <summary>The commands that the newest run executed, in the order in which they started.</summary>
    public IReadOnlyList<(string Phase, string Command)> Commands() =>
        [.. Newest().Where(e => e.Kind == "StepStarted").Select(e => (e.Phase, e.Text))];

    /// <summary>Gets ready to wait for an entry of a journal that does not exist yet.</summary>
    public JournalWait Expect(Func<JournalEntry, bool> wanted)
    {
        Directory.CreateDirectory(folder);
        return new JournalWait(folder, this, [.. Files()], wanted);
    }

    internal IEnumerable<string> Files() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.jsonl").OrderBy(File.GetLastWriteTimeUtc).ThenBy(f => f, StringComparer.Ordinal) : [];

    internal static IReadOnlyList<JournalEntry> Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        // What lacks its line end is still being written.
        return [.. reader.ReadToEnd().Split('\n')[..^1].Select(Parse)];
    }

    private static JournalEntry Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        return new JournalEntry(Text("kind"), Text("phase"), Text("text"), Text("result"));

        string Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString()! : string.Empty;
    }
}
