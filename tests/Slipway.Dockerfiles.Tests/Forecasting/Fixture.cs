using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;
using Slipway.Testing.Engine;

namespace Slipway.Dockerfiles.Tests.Forecasting;

/// <summary>A repository whose commits are built one after the other. No earlier run of the tests has built what it holds.</summary>
internal sealed class Fixture
{
    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _executable = new(StringComparer.Ordinal);
    private readonly string _run = Guid.NewGuid().ToString("n");

    /// <summary>A file. What an earlier run could have left in the cache is told apart by the name of this run.</summary>
    public string this[string path]
    {
        get => _files[path];
        set => _files[path] = value.Replace("@run", _run, StringComparison.Ordinal).Replace("@images", Images.Prefix, StringComparison.Ordinal);
    }

    public void Edit(string path, string old, string text)
    {
        _files[path].ShouldContain(old, customMessage: path);
        this[path] = _files[path].Replace(old, text, StringComparison.Ordinal);
    }

    public void Add(string path, string text = "new\n") => this[path] = $"{_run} {text}";

    public void Append(string path) => _files[path] += "more\n";

    public void Delete(string path) => _files.Remove(path).ShouldBeTrue(path);

    public void Move(string from, string to)
    {
        _files[to] = _files[from];
        Delete(from);
    }

    public void MakeExecutable(string path) => _executable.Add(path);

    public BuildSubject Subject => new(
        Dockerfile.Parse(SourceText.From("Dockerfile", _files["Dockerfile"])),
        _files.TryGetValue(".dockerignore", out var ignore) ? IgnoreFile.Parse(ignore) : IgnoreFile.Empty);

    public IReadOnlyDictionary<string, TreeFile> Tree =>
        _files.ToDictionary(f => f.Key, f => new TreeFile(f.Value, _executable.Contains(f.Key) ? "100755" : "100644"), StringComparer.Ordinal);

    /// <summary>Writes all files anew, so that all of them have new times.</summary>
    public void WriteTo(string folder)
    {
        Directory.Delete(folder, recursive: true);
        foreach (var (path, text) in _files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, (UnixFileMode)(_executable.Contains(path) ? 0b111_101_101 : 0b110_100_100));
            }
        }
    }
}
