using Slipway.Databases.Migrations;

namespace Slipway.Deployment.Tests.Planning;

/// <summary>Migrations of hello-bot.</summary>
internal static class Migrations
{
    public static MigrationFile Create { get; } = File("0001", "None", "op.create_table(\"messages\")");

    public static MigrationFile Expand { get; } = File("0002", "\"0001\"", "op.add_column(\"messages\", sa.Column(\"sender\", sa.Text()))");

    public static MigrationFile Contract { get; } = File("0003", "\"0002\"", "op.drop_column(\"messages\", \"author\")");

    public static MigrationFile SecondHead { get; } = File("0004", "\"0001\"", "op.create_table(\"others\")");

    private static MigrationFile File(string id, string parent, string operation) => new(
        $"migrations/versions/{id}.py",
        $"""
        from alembic import op

        revision = "{id}"
        down_revision = {parent}


        def upgrade() -> None:
            {operation}
        """);
}
