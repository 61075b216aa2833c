using System.Diagnostics;
using System.Globalization;

namespace Slipway.Linting.Tests.Lint;

/// <summary>A git repository of one test, in which days pass between commits.</summary>
internal sealed class GitRepository(string folder)
{
    private DateTimeOffset _time = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public GitRepository Init()
    {
        Run("init", "--quiet", "--initial-branch=main");
        return this;
    }

    public void Commit(string message, params (string Path, string? Text)[] changes)
    {
        foreach (var (path, text) in changes)
        {
            var file = Path.Combine(folder, path);
            if (text is null)
            {
                File.Delete(file);
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Run("add", "--all");
        Run("commit", "--quiet", "--allow-empty", "--message", message);
        _time = _time.AddDays(2);
    }

    public string Run(params string[] arguments)
    {
        string[] settings = ["-C", folder, "-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"];
        var start = new ProcessStartInfo("git", [.. settings, .. arguments]) { RedirectStandardOutput = true };
        var date = _time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        start.Environment["GIT_COMMITTER_DATE"] = start.Environment["GIT_AUTHOR_DATE"] = date;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"git {string.Join(' ', arguments)}");
        return output;
    }
}
