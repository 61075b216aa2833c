using Slipway.Databases.Connecting;

namespace Slipway.Databases.Migrations;

/// <summary>A program that migrates schemas: how an application uses it by default, and how its migrations are read without running any of it.</summary>
public interface IMigrationTool
{
    /// <summary>What slipway.yaml names it by, in lower case.</summary>
    string Name { get; }

    /// <summary>Where an application keeps its migrations unless it says otherwise, relative to the application's folder.</summary>
    string Folder { get; }

    /// <summary>Which files of the folder are migrations, such as <c>*.sql</c>.</summary>
    string FilePattern { get; }

    /// <summary>The command that applies all pending migrations unless the application says otherwise.</summary>
    IReadOnlyList<string> Command { get; }

    /// <summary>Reads migrations. Files that are none, although they match the pattern, don't count.</summary>
    /// <param name="files">The files of the folder.</param>
    /// <returns>
    /// The history, or every problem: two heads, a missing parent, a circle, a revision twice, one that can't be read.
    /// Nothing is thrown for bad input.
    /// </returns>
    MigrationReading Read(IEnumerable<MigrationFile> files);

    /// <summary>Asks a database which revisions the tool has brought it to.</summary>
    /// <param name="address">The database.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>The revisions, none for a database that the tool has never migrated, or the problem.</returns>
    /// <exception cref="OperationCanceledException">The attempt was ended.</exception>
    Task<SchemaReading> ReadAppliedAsync(DatabaseAddress address, CancellationToken cancellation);
}
