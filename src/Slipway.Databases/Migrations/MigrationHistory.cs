using System.Collections.Immutable;

namespace Slipway.Databases.Migrations;

/// <summary>The migrations of an application, read from their text without running any of it.</summary>
public sealed class MigrationHistory
{
    private readonly Dictionary<string, MigrationRevision> _byId;

    internal MigrationHistory(ImmutableArray<MigrationRevision> revisions, ImmutableArray<string> heads)
    {
        Revisions = revisions;
        Heads = heads;
        _byId = revisions.ToDictionary(r => r.Id, StringComparer.Ordinal);
    }

    /// <summary>Every revision, each after those that it builds on.</summary>
    public ImmutableArray<MigrationRevision> Revisions { get; }

    /// <summary>The revisions that nothing builds on: one, or none when there is no migration at all.</summary>
    public ImmutableArray<string> Heads { get; }

    /// <summary>The only head, or null when there is no migration at all.</summary>
    public string? Head => Heads is [var head] ? head : null;

    /// <summary>Finds a revision.</summary>
    /// <param name="revision">Its id.</param>
    /// <returns>The revision, or null when the application doesn't have it.</returns>
    public MigrationRevision? Find(string revision) => _byId.GetValueOrDefault(revision);

    /// <summary>A revision and everything that it builds on, oldest first.</summary>
    /// <param name="head">The id of the revision; null for none.</param>
    /// <returns>The chain; empty when the application doesn't have the revision.</returns>
    public ImmutableArray<MigrationRevision> Chain(string? head)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        if (head is not null)
        {
            open.Push(head);
        }

        while (open.TryPop(out var id))
        {
            if (!_byId.TryGetValue(id, out var revision) || !reached.Add(id))
            {
                continue;
            }

            foreach (var parent in revision.Parents)
            {
                open.Push(parent);
            }
        }

        return [.. Revisions.Where(r => reached.Contains(r.Id))];
    }

    /// <summary>
    /// The newest revision of a chain after which older releases no longer work: a release can run on a database at
    /// <paramref name="head"/> only if it knows this revision.
    /// </summary>
    /// <param name="head">The revision that the database is, or will be, at.</param>
    /// <returns>The revision, or null when any release of the application can run.</returns>
    public string? Floor(string? head) => Chain(head).LastOrDefault(r => r.Contractions.Length > 0)?.Id;

    /// <summary>Whether a release can run on a database with a floor.</summary>
    /// <param name="floor">The floor of the database, see <see cref="Floor"/>.</param>
    /// <param name="head">The revision that the release was made for, or null when it has no migrations.</param>
    /// <returns>True when there is no floor or the release's chain contains it.</returns>
    public bool Compatible(string? floor, string? head) =>
        floor is null || Chain(head).Any(r => string.Equals(r.Id, floor, StringComparison.Ordinal));

    /// <summary>What keeps a release from running on a database: the contractions that came after the release.</summary>
    /// <param name="databaseHead">The revision that the database is, or will be, at.</param>
    /// <param name="releaseHead">The revision that the release was made for, or null when it has no migrations.</param>
    /// <returns>The contractions, oldest first; empty when the release can run.</returns>
    public ImmutableArray<Contraction> Blocking(string? databaseHead, string? releaseHead)
    {
        var known = Chain(releaseHead).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return [.. Chain(databaseHead).Where(r => !known.Contains(r.Id)).SelectMany(r => r.Contractions)];
    }
}
