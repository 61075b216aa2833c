using Slipway.Databases.Connecting;

namespace Slipway.Databases.Migrations.Alembic;

/// <summary>The table in which alembic keeps which revisions a database is at.</summary>
internal static class AlembicVersions
{
    public const string DefaultTable = "alembic_version";

    /// <summary>Reads the revisions.</summary>
    /// <param name="address">The database.</param>
    /// <param name="table">The version table, with a schema if it isn't on the search path.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static Task<SchemaReading> ReadAsync(DatabaseAddress address, string table, CancellationToken cancellation)
    {
        // A table's name can't be a parameter.
        var name = string.Join('.', table.Split('.').Select(p => '"' + p.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));
        return VersionTable.ReadAsync(address, $"SELECT version_num FROM {name} ORDER BY version_num", cancellation);
    }
}
