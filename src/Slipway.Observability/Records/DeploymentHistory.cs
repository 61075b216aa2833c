using System.Text;
using System.Text.Json;
using Slipway.Observability.Journal;
using Slipway.Observability.State;

namespace Slipway.Observability.Records;

/// <summary>The deployments and rollbacks of one application, oldest first, one line of JSON each.</summary>
/// <param name="folder">The application's state folder; it need not exist.</param>
public sealed class DeploymentHistory(StateFolder folder)
{
    private const int TailBytes = 64 * 1024;

    /// <summary>Reads the newest records. Lines that can't be read, such as one cut short by a crash, are left out.</summary>
    /// <param name="most">How many at the most. Only the last 64 KB of the file are looked at.</param>
    /// <param name="action">Only those of this action, one of <see cref="RunAction"/>; null for all.</param>
    /// <returns>The records, oldest first; empty when there is no file.</returns>
    public IReadOnlyList<DeploymentRecord> Newest(int most, string? action = null)
    {
        var path = folder.PathOf(StateFolder.History);
        if (!File.Exists(path))
        {
            return [];
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(file.Length, TailBytes), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n').Select(Parse).OfType<DeploymentRecord>()
            .Where(r => action is null || r.Action == action).TakeLast(most)];
    }

    /// <summary>Reads which releases were deployed, as far back as the last 64 KB of the file go.</summary>
    /// <returns>For each release when it last began to serve, in UTC; null when each of its runs failed.</returns>
    public IReadOnlyDictionary<string, DateTimeOffset?> Served() => Newest(int.MaxValue)
        .Where(LeadsToOne)
        .GroupBy(r => r.Release, StringComparer.Ordinal)
        .ToDictionary(
            g => g.Key,
            g => g.Where(r => r.Result == RunResult.Success).Select(r => (DateTimeOffset?)r.At).Max(),
            StringComparer.Ordinal);

    /// <summary>Adds a release that serves, unless the newest run that succeeded led to it: the one that did was killed at its end.</summary>
    /// <param name="at">When it was seen to serve, in UTC.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void AddServing(string release, DateTimeOffset at)
    {
        if (Newest(int.MaxValue).LastOrDefault(r => LeadsToOne(r) && r.Result == RunResult.Success)?.Release != release)
        {
            Add(new DeploymentRecord(at, release, RunResult.Success, TimeSpan.Zero, new Dictionary<string, TimeSpan>()));
        }
    }

    /// <summary>Adds a record.</summary>
    /// <param name="record">What is to be remembered.</param>
    /// <exception cref="IOException">The file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public void Add(DeploymentRecord record)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("at", record.At);
            json.WriteString("action", record.Action);
            json.WriteString("release", record.Release);
            json.WriteString("result", record.Result);
            json.WriteNumber("seconds", Seconds(record.Duration));
            json.WriteStartObject("phases");
            foreach (var (phase, duration) in record.Phases)
            {
                json.WriteNumber(phase, Seconds(duration));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        using var file = folder.Append(StateFolder.History);
        EndCutLine(file);
        file.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
    }

    private static bool LeadsToOne(DeploymentRecord record) => record.Action is RunAction.Deploy or RunAction.Rollback or RunAction.Release;

    // A line that a crash cut short must not swallow the one that follows.
    private static void EndCutLine(FileStream file)
    {
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() != '\n')
            {
                file.WriteByte((byte)'\n');
            }
        }
    }

    private static double Seconds(TimeSpan duration) => Math.Round(duration.TotalSeconds, 4);

    private static DeploymentRecord? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new DeploymentRecord(
                root.GetProperty("at").GetDateTimeOffset(),
                root.GetProperty("release").GetString()!,
                root.GetProperty("result").GetString()!,
                TimeSpan.FromSeconds(root.GetProperty("seconds").GetDouble()),
                root.GetProperty("phases").EnumerateObject().ToDictionary(
                    p => p.Name, p => TimeSpan.FromSeconds(p.Value.GetDouble()), StringComparer.Ordinal))
            {
                Action = root.TryGetProperty("action", out var action) ? action.GetString()! : RunAction.Deploy,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }
}
