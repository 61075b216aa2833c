using Slipway.Databases.Migrations.Alembic;

namespace Slipway.Databases.Migrations;

/// <summary>The migration tools that Slipway knows. A further one is a folder beside the others and a line here.</summary>
public static class MigrationTools
{
    /// <summary>All of them; the first is the one of an application that names none.</summary>
    public static IReadOnlyList<IMigrationTool> All { get; } =
    [
        new AlembicTool(),
    ];

    /// <summary>Finds a tool.</summary>
    /// <param name="name">What slipway.yaml names it by.</param>
    /// <returns>The tool; null when nobody knows it.</returns>
    public static IMigrationTool? Named(string name) => All.FirstOrDefault(t => t.Name == name);
}
