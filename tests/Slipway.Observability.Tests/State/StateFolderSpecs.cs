using System.Runtime.Versioning;
using Slipway.Observability.Journal;
using Slipway.Observability.Records;
using Slipway.Observability.State;
using Slipway.Testing;

namespace Slipway.Observability.Tests.State;

/// <summary>Whoever writes first finds, or makes, a folder that is private and not in git.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StateFolderSpecs : IDisposable
{
    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;
    private const UnixFileMode Open = PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, Action<StateFolder>> Writers => new()
    {
        { "journal/run.jsonl", WriteJournal },
        { "history.jsonl", WriteHistory },
        { "step-times.json", s => s.Write(StateFolder.StepTimes, "{}"u8) },
        { "backups", s => s.CreateFolder(StateFolder.Backups) },
    };

    [Theory]
    [MemberData(nameof(Writers), DisableDiscoveryEnumeration = true)]
    public void Whoever_writes_first_makes_it_private(string written, Action<StateFolder> write)
    {
        write(_folder.State);

        ShouldBePrivate(written);
    }

    [Theory]
    [MemberData(nameof(Writers), DisableDiscoveryEnumeration = true)]
    public void Whoever_writes_next_mends_what_lets_others_in(string written, Action<StateFolder> write)
    {
        write(_folder.State);
        File.Delete(_folder.State.PathOf(".gitignore"));
        foreach (var thing in Things())
        {
            File.SetUnixFileMode(thing, Open);
        }

        write(_folder.State);

        ShouldBePrivate(written);
    }

    [Fact]
    public void A_file_is_replaced_and_leaves_nothing_beside_it()
    {
        _folder.State.Write("hashes", "one"u8);

        _folder.State.Write("hashes", "two"u8);

        _folder.Read("hashes").ShouldBe("two");
        Things().Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe([".gitignore", ".slipway", "hashes"]);
    }

    [Fact]
    public void A_file_that_has_the_content_is_left_alone()
    {
        _folder.State.Write("hashes", "one"u8);
        File.SetLastWriteTimeUtc(_folder.State.PathOf("hashes"), DateTime.UnixEpoch);

        _folder.State.Write("hashes", "one"u8);

        File.GetLastWriteTimeUtc(_folder.State.PathOf("hashes")).ShouldBe(DateTime.UnixEpoch);
    }

    [Fact]
    public void What_is_appended_comes_after_what_is_there()
    {
        Append("one "u8);

        Append("two"u8);

        _folder.Read("log").ShouldBe("one two");

        void Append(ReadOnlySpan<byte> text)
        {
            using var file = _folder.State.Append("log");
            file.Write(text);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void WriteHistory(StateFolder state) =>
        new DeploymentHistory(state).Add(new DeploymentRecord(default, "r1", RunResult.Success, default, new Dictionary<string, TimeSpan>()));

    private static void WriteJournal(StateFolder state)
    {
        using var sink = new JsonLinesSink(state, "journal/run.jsonl");
        sink.Write(new JournalEvent(default, JournalEventKind.RunStarted));
    }

    private void ShouldBePrivate(string written)
    {
        _folder.Read(".gitignore").ShouldBe("*\n");
        Path.Exists(_folder.State.PathOf(written)).ShouldBeTrue();
        foreach (var thing in Things())
        {
            File.GetUnixFileMode(thing).ShouldBe(Directory.Exists(thing) ? PrivateFolder : PrivateFile, thing);
        }
    }

    private IEnumerable<string> Things() => Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories);
}
