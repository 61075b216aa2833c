using System.Collections.Immutable;

namespace Slipway.Databases.Migrations;

/// <summary>What a database lacks of a release's migrations.</summary>
/// <param name="Pending">The migrations to run, oldest first.</param>
/// <param name="Unknown">
/// Revisions that the database is at and the release doesn't have: it is ahead of the release, which is normal after a
/// rollback.
/// </param>
public sealed record SchemaStatus(ImmutableArray<MigrationRevision> Pending, ImmutableArray<string> Unknown)
{
    /// <summary>Whether the database is ahead of the release.</summary>
    public bool IsAhead => Unknown.Length > 0;

    /// <summary>Compares a database with a release.</summary>
    /// <param name="history">The release's migrations.</param>
    /// <param name="applied">The revisions that the database is at.</param>
    /// <returns>What it lacks, or that it is ahead.</returns>
    public static SchemaStatus Compare(MigrationHistory history, ImmutableArray<string> applied)
    {
        var unknown = applied.Where(r => history.Find(r) is null).ToImmutableArray();
        // Below a revision that the release doesn't know nothing can be told, and there is nothing for it to run either.
        if (unknown.Length > 0)
        {
            return new([], unknown);
        }

        var done = applied.SelectMany(r => history.Chain(r)).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        return new([.. history.Chain(history.Head).Where(r => !done.Contains(r.Id))], []);
    }
}
