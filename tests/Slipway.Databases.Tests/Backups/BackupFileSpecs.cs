using System.Security.Cryptography;
using System.Text;
using Slipway.Databases.Backups;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Backups;

public sealed class BackupFileSpecs : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Running => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(_folder.Path, "new", "app.dump");

    [Fact]
    public async Task A_backup_is_written_with_its_hash_beside_it()
    {
        var dump = Dump(1_000_000);

        var result = await Write(new MemoryStream(dump));

        result.Problem.ShouldBeNull();
        result.Backup.ShouldBe(new(Target, dump.Length, Convert.ToHexStringLower(SHA256.HashData(dump))));
        (await File.ReadAllBytesAsync(Target, Running)).ShouldBe(dump);
        (await File.ReadAllTextAsync(Target + ".sha256", Running)).ShouldBe($"{result.Backup!.Sha256}  app.dump\n");
        (await BackupFile.VerifyAsync(Target, Running)).Backup.ShouldBe(result.Backup);
        Left().ShouldBe(["app.dump", "app.dump.sha256"]);
    }

    [Fact]
    public async Task A_dump_whose_program_failed_leaves_nothing()
    {
        var result = await BackupFile.WriteAsync(
            new MemoryStream(Dump(5_000)), Target, _ => Task.FromResult<string?>("pg_dump: error: connection lost\n"), Running);

        result.Problem!.Message.ShouldBe("the dump failed: pg_dump: error: connection lost");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing()
    {
        await using var source = new BreakingStream(Dump(300_000), () => throw new IOException("the connection was reset"));

        var result = await Write(source);

        result.Problem!.Message.ShouldBe("the backup broke off: the connection was reset");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_that_is_cancelled_leaves_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await using var source = new BreakingStream(Dump(300_000), cancellation.Cancel);

        await Should.ThrowAsync<OperationCanceledException>(
            () => BackupFile.WriteAsync(source, Target, _ => Task.FromResult<string?>(null), cancellation.Token));

        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_disk_is_named_as_such()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "this system has no /dev/full");
        Directory.CreateDirectory(Path.GetDirectoryName(Target)!);
        File.CreateSymbolicLink(Target + ".partial", "/dev/full");

        var result = await Write(new MemoryStream(Dump(5_000)));

        result.Problem!.ToString().ShouldBe($"{Target}: the disk is full; make room, or keep fewer backups");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_dump_is_none()
    {
        (await Write(new MemoryStream())).Problem!.Message.ShouldBe("the dump is empty");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_is_no_dump()
    {
        (await Write(new MemoryStream("PG"u8.ToArray()))).Problem!.Message.ShouldContain("no dump");
        Left().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_is_never_overwritten()
    {
        await Write(new MemoryStream(Dump(10)));

        (await Write(new MemoryStream(Dump(20)))).Problem!.Message.ShouldContain("already");

        (await BackupFile.VerifyAsync(Target, Running)).Problem.ShouldBeNull();
    }

    [Fact]
    public async Task One_flipped_bit_is_noticed()
    {
        await Write(new MemoryStream(Dump(10_000)));
        var bytes = await File.ReadAllBytesAsync(Target, Running);
        bytes[7_000] ^= 1;
        await File.WriteAllBytesAsync(Target, bytes, Running);

        (await BackupFile.VerifyAsync(Target, Running)).Problem!.Message.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_backup_without_its_hash_or_itself_is_of_no_use()
    {
        await Write(new MemoryStream(Dump(10)));
        File.Delete(Target + ".sha256");

        (await BackupFile.VerifyAsync(Target, Running)).Problem!.Message.ShouldBe("its hash is missing");
        File.Delete(Target);
        (await BackupFile.VerifyAsync(Target, Running)).Problem!.Message.ShouldBe("there is no such file");
    }

    [Fact]
    public void The_password_is_no_argument() => PgDump.Command("bot", "messages", host: "127.0.0.1").ShouldBe(
        ["pg_dump", "--host=127.0.0.1", "--username=bot", "--no-password", "--format=custom", "--compress=1", "--dbname=messages"]);

    public void Dispose() => _folder.Dispose();

    private Task<BackupResult> Write(Stream source) =>
        BackupFile.WriteAsync(source, Target, _ => Task.FromResult<string?>(null), Running);

    private IEnumerable<string> Left() => Directory.EnumerateFiles(Path.GetDirectoryName(Target)!).Select(f => Path.GetFileName(f)!).Order();

    private static byte[] Dump(int size)
    {
        var bytes = new byte[size + 5];
        new Random(1).NextBytes(bytes);
        Encoding.ASCII.GetBytes("PGDMP").CopyTo(bytes, 0);
        return bytes;
    }

    /// <summary>A connection that something happens to half-way.</summary>
    private sealed class BreakingStream(byte[] content, Action happens) : MemoryStream(content)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position > 0)
            {
                happens();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
