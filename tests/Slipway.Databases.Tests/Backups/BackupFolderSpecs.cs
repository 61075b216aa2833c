using Slipway.Databases.Backups;
using Slipway.Testing;

namespace Slipway.Databases.Tests.Backups;

public sealed class BackupFolderSpecs : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(2));
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_backup_is_named_after_the_application_and_the_time_in_UTC() =>
        Path.GetFileName(Folder().PathFor(Noon)).ShouldBe("hello-bot-20261122T100000Z.dump");

    [Fact]
    public void Only_the_newest_are_kept_with_their_hashes()
    {
        for (var hour = 0; hour < 4; hour++)
        {
            Make(Folder().PathFor(Noon.AddHours(hour)));
        }

        var deleted = Folder().Retain(2, TimeProvider.System);

        deleted.Select(Path.GetFileName).ShouldBe(["hello-bot-20261122T110000Z.dump", "hello-bot-20261122T100000Z.dump"]);
        Left().ShouldBe(
        [
            "hello-bot-20261122T120000Z.dump", "hello-bot-20261122T120000Z.dump.sha256",
            "hello-bot-20261122T130000Z.dump", "hello-bot-20261122T130000Z.dump.sha256",
        ]);
    }

    [Fact]
    public void Another_applications_backups_are_left_alone()
    {
        Make(Path.Combine(_folder.Path, "hello-bot-two-20261122T100000Z.dump"));
        Make(Path.Combine(_folder.Path, "hello-bot-notes.dump"));

        Folder().Retain(1, TimeProvider.System).ShouldBeEmpty();

        Left().Count().ShouldBe(4);
    }

    [Fact]
    public void What_a_killed_run_left_goes_after_a_day_and_what_is_being_written_stays()
    {
        var (old, fresh) = (Folder().PathFor(Noon) + ".partial", Folder().PathFor(Noon.AddDays(1)) + ".partial");
        foreach (var path in (string[])[old, fresh])
        {
            File.WriteAllText(path, "");
        }

        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        Folder().Retain(1, TimeProvider.System);

        Left().ShouldBe([Path.GetFileName(fresh)]);
    }

    [Fact]
    public void A_folder_that_is_not_there_yet_holds_no_backups() =>
        new BackupFolder(Path.Combine(_folder.Path, "none"), "hello-bot").Retain(1, TimeProvider.System).ShouldBeEmpty();

    [Fact]
    public void To_keep_none_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Folder().Retain(0, TimeProvider.System));

    public void Dispose() => _folder.Dispose();

    private BackupFolder Folder() => new(_folder.Path, "hello-bot");

    private IEnumerable<string?> Left() => Directory.EnumerateFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static void Make(string path)
    {
        File.WriteAllText(path, "");
        File.WriteAllText(path + ".sha256", "");
    }
}
