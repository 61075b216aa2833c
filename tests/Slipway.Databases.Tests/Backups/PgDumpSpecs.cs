using System.Diagnostics;
using Slipway.Databases.Backups;
using Slipway.Databases.Tests.Server;
using Slipway.Testing;
using Slipway.Testing.Engine;

namespace Slipway.Databases.Tests.Backups;

public sealed class PgDumpSpecs(PostgresServer server) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

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
        await Docker.RunAsync("cp", result.Backup.Path, $"{server.Container}:{inside}");
        await Docker.RunAsync("exec", server.Container, "pg_restore", "--username=bot", "--dbname=restored", "--exit-on-error", inside);
        (await KeptAsync("restored")).ShouldBe(await KeptAsync("messages"));

        Task<string> KeptAsync(string database) => Docker.RunAsync(
            "exec", server.Container, "psql", "--username=bot", $"--dbname={database}", "-Atc", "SELECT count(*), md5(string_agg(text, ',' ORDER BY n)) FROM kept");
    }

    [Fact(Skip = PostgresServer.Condition, SkipUnless = nameof(IsThere))]
    public async Task A_dump_that_fails_leaves_no_file()
    {
        var result = await Dump("nowhere");

        result.Problem!.Message.ShouldBe("the dump failed: pg_dump ended with 1");
        Directory.EnumerateFiles(_folder.Path).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private async Task<BackupResult> Dump(string database)
    {
        using var process = Process.Start(new ProcessStartInfo("docker", ["exec", server.Container, .. PgDump.Command("bot", database)]) { RedirectStandardOutput = true })!;
        return await BackupFile.WriteAsync(
            process.StandardOutput.BaseStream,
            Path.Combine(_folder.Path, $"{database}.dump"),
            async cancellation =>
            {
                await process.WaitForExitAsync(cancellation);
                return process.ExitCode == 0 ? null : $"pg_dump ended with {process.ExitCode}";
            },
            Running);
    }
}
