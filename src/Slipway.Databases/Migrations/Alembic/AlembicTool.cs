using Slipway.Databases.Connecting;

namespace Slipway.Databases.Migrations.Alembic;

/// <summary>Alembic, https://alembic.sqlalchemy.org: Python files in a versions folder, each with its revision and the one before.</summary>
internal sealed class AlembicTool : IMigrationTool
{
    public string Name => "alembic";

    public string Folder => "migrations/versions";

    public string FilePattern => "*.py";

    public IReadOnlyList<string> Command => ["alembic", "upgrade", "head"];

    public MigrationReading Read(IEnumerable<MigrationFile> files) => AlembicReader.Read(files);

    public Task<SchemaReading> ReadAppliedAsync(DatabaseAddress address, CancellationToken cancellation) =>
        AlembicVersions.ReadAsync(address, AlembicVersions.DefaultTable, cancellation);
}
