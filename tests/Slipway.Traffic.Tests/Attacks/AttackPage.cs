using Slipway.Testing;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Tests.EndToEnd;

namespace Slipway.Traffic.Tests.Attacks;

/// <summary>docs/attacks.md says what each kind of proxy does.</summary>
internal static class AttackPage
{
    public const string Passed = "passed on as one request";
    private const string Page = "docs/attacks.md";
    private const string Heading = "## ";

    /// <summary>The column of a kind in the table below a heading is what was seen.</summary>
    public static void ShouldTell(string kind, string heading, Dictionary<string, string> seen)
    {
        var at = ProxyKinds.All.Select(p => p.Name).ToList().IndexOf(kind) + 1;
        var (before, told, found, inside) = (RepositoryFile.Read(Page), new List<string>(), 0, false);
        foreach (var line in before.Split('\n'))
        {
            inside = line.StartsWith(Heading, StringComparison.Ordinal) ? line == Heading + heading : inside;
            var cells = line.Split(" | ");
            if (inside && seen.TryGetValue(cells[0].TrimStart('|', ' '), out var what))
            {
                // What depends on who is quicker has two words.
                cells[at] = cells[at].TrimEnd('|', ' ').Split(" or ").Contains(what) ? cells[at] : what + (at == cells.Length - 1 ? " |" : "");
                found++;
            }

            told.Add(string.Join(" | ", cells));
        }

        found.ShouldBe(seen.Count, $"{Page} lacks a line under {heading} for one of: {string.Join("; ", seen.Keys)}");
        if (!ProxyImages.IsUsual(kind))
        {
            TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', seen.Select(s => $"{s.Key}: {s.Value}")));
            return;
        }

        if (Environment.GetEnvironmentVariable("SLIPWAY_GOLDEN") == "write")
        {
            File.WriteAllText(RepositoryFile.PathOf(Page), string.Join('\n', told));
            return;
        }

        before.ShouldBe(string.Join('\n', told), "run the tests with SLIPWAY_GOLDEN=write and read what has changed");
    }
}
