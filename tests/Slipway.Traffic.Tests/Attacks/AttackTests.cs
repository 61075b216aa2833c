using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Slipway.Testing;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Slots;
using Slipway.Traffic.Tests.EndToEnd;
using Slipway.Traffic.Tests.Proxies;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>Nothing reaches a slot in a shape that the proxy did not see. docs/attacks.md says what each kind does.</summary>
public sealed partial class AttackTests
{
    private const string Page = "docs/attacks.md";
    private const string Passed = "passed on as one request";

    [Theory]
    [MemberData(nameof(Kinds.Names), MemberType = typeof(Kinds))]
    public async Task What_reaches_a_slot_is_what_the_proxy_saw(string kind)
    {
        await using var stage = await ProxyStage.StartAsync(kind, p => p with { RequestTimeout = TimeSpan.FromSeconds(2), IdleTimeout = TimeSpan.FromSeconds(3) });
        await stage.Blue.DisposeAsync();
        await using var slot = RawSlot.Start(stage.Plan.Backends[0].EndPointOf(Slot.Blue));
        var (faults, seen) = (new List<string>(), new Dictionary<string, string>(StringComparer.Ordinal));

        foreach (var attack in Attack.All)
        {
            slot.Forget();
            var answers = await AskAsync(stage, attack.Bytes);
            var got = slot.Connections;
            var heads = got.SelectMany(c => c.Whole).ToList();
            faults.AddRange(got.Where(c => c.Fault is not null).Select(c => $"{attack.Title}: {c.Fault}"));
            faults.AddRange(heads.Where(h => h.Contains(Attack.Hidden, StringComparison.Ordinal)).Select(h => $"{attack.Title}: {h}"));
            faults.AddRange(heads.Where(h => RawRequests.Values(h, "X-Real-IP").Count != 1 || RawRequests.Values(h, "X-Forwarded-For").Count != 1)
                .Select(_ => $"{attack.Title}: it does not say who the client is"));
            faults.AddRange(heads.SelectMany(h => h.Split("\r\n")).Where(IsOfFraming).Select(l => $"{attack.Title}: {l}"));
            if (heads.Count > Answers().Count(answers))
            {
                faults.Add($"{attack.Title}: {heads.Count} requests reached the slot, and the client was answered: {answers}");
            }

            seen[attack.Title] = heads.Count == 1 && answers.StartsWith("HTTP/1.1 200", StringComparison.Ordinal) ? Passed
                : answers.Length == 0 ? "closed" : answers.Split(' ')[1];
        }

        faults.ShouldBeEmpty();
        ShouldBeTold(kind, seen);
    }

    [GeneratedRegex("HTTP/1\\.[01] [1-5]")]
    private static partial Regex Answers();

    // A name that some servers take for one of the two that say how long a body is.
    private static bool IsOfFraming(string line) =>
        line.Split(':')[0].Trim() is var name && name.Contains('_', StringComparison.Ordinal) && name.Replace('_', '-').ToLowerInvariant() is "content-length" or "transfer-encoding";

    private static async Task<string> AskAsync(ProxyStage stage, byte[] bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Address, 80, TestContext.Current.CancellationToken);
        using var text = new MemoryStream();
        try
        {
            await client.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);
            await client.GetStream().CopyToAsync(text, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // It was closed while there was more to read.
        }

        return Encoding.Latin1.GetString(text.ToArray());
    }

    private static void ShouldBeTold(string kind, Dictionary<string, string> seen)
    {
        var at = ProxyKinds.All.Select(p => p.Name).ToList().IndexOf(kind) + 1;
        var lines = RepositoryFile.Read(Page).Split('\n');
        var told = new List<string>();
        foreach (var line in lines)
        {
            var cells = line.Split(" | ");
            var title = cells[0].TrimStart('|', ' ');
            if (seen.TryGetValue(title, out var what))
            {
                cells[at] = what + (at == cells.Length - 1 ? " |" : "");
            }

            told.Add(string.Join(" | ", cells));
        }

        lines.Count(l => seen.ContainsKey(l.Split(" | ")[0].TrimStart('|', ' '))).ShouldBe(seen.Count, $"{Page} lacks a line for one of: {string.Join("; ", seen.Keys)}");
        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(RepositoryFile.PathOf(Page), string.Join('\n', told));
            return;
        }

        string.Join('\n', lines).ShouldBe(string.Join('\n', told), "run the tests with SLIPWAY_GOLDEN=write and read what has changed");
    }
}
