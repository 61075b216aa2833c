using Slipway.Databases.Backups;
using Slipway.Databases.Tests.Server;

namespace Slipway.Databases.Tests.Backups;

public sealed class PgDumpSpecs(PostgresServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-databases-").FullName;

    public static bool IsThere => PostgresServer.IsThere;

    private static CancellationToken Running => TestContext.Current.CancellationToken;

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_dump_from_the_databases_own_container_can_be_restored()
    {
        await server.ExecuteAsync("CREATE TABLE kept AS SELECT n, md5(n::text) AS text FROM generate_series(1, 5000) AS n");
        await server.ExecuteAsync("CREATE DATABASE restored");

        var result = await Dump("messages");

        result.Problem.ShouldBeNull();
        var inside = $"/tmp/{Path.GetFileName(result.Backup!.Path)}";
        PostgresServer.Docker("cp", result.Backup.Path, $"{server.Container}:{inside}");
        PostgresServer.Docker("exec", server.Container, "pg_restore", "--username=bot", "--dbname=restored", "--exit-on-error", inside);
        Kept("restored").ShouldBe(Kept("messages"));

        string Kept(string database) => PostgresServer.Docker(
            "exec", server.Container, "psql", "--username=bot", $"--dbname={database}", "-Atc", "SELECT count(*), md5(string_agg(text, ',' ORDER BY n)) FROM kept");
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_dump_that_fails_leaves_no_file()
    {
        var result = await Dump("nowhere");

        result.Problem!.Message.ShouldBe("the dump failed: pg_dump ended with 1");
        Directory.EnumerateFiles(_folder).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<BackupResult> Dump(string database)
    {
        using var process = PostgresServer.StartDocker(["exec", server.Container, .. PgDump.Command("bot", database)]);
        return await BackupFile.WriteAsync(
            process.StandardOutput.BaseStream,
            Path.Combine(_folder, $"{database}.dump"),
            async cancellation =>
            {
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode == 0 ? null : $"pg_dump ended with {process.ExitCode}";
            },
            Running);
    }
}
