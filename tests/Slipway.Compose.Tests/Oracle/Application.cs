using System.Text;
using Slipway.Compose.Files;
using Slipway.Compose.Slots;
using Slipway.Testing;

namespace Slipway.Compose.Tests.Oracle;

/// <summary>A compose application in a folder of its own, gone when disposed.</summary>
internal sealed class Application : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _files;

    public Application(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            _folder.Write(path, text);
        }

        _files = [.. files.Select(file => file.Path).Where(path => path.StartsWith("compose", StringComparison.Ordinal))];
    }

    public string Folder => _folder.Path;

    public ComposeModel Model => ComposeCli.Model(Folder, _files);

    public ComposeSources Sources
    {
        get
        {
            var reading = ComposeSources.Read(
                [.. _files.Select(file => new ComposeFileText(file, Read(file)!))], Read);
            reading.Problem.ShouldBeNull();
            return reading.Sources!;
        }
    }

    /// <summary>The model with the overlay laid over it, as compose sees it.</summary>
    public ComposeModel With(SlotOverlay overlay, params string[] profiles)
    {
        _folder.Write(SlotOverlay.FileName, overlay.Text);
        var arguments = _files.Append(SlotOverlay.FileName).SelectMany(file => (string[])["-f", Path.Combine(Folder, file)])
            .Concat(profiles.SelectMany(profile => (string[])["--profile", profile]));
        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(ComposeCli.Config(Folder, [.. arguments])), Folder);
        reading.Problem.ShouldBeNull();
        return reading.Model!;
    }

    public string[] Arguments(params string[] rest) =>
        [.. _files.Append(SlotOverlay.FileName).SelectMany(file => (string[])["-f", Path.Combine(Folder, file)]), .. rest];

    public void Dispose() => _folder.Dispose();

    private string? Read(string path)
    {
        var full = Path.Combine(Folder, path);
        return File.Exists(full) ? File.ReadAllText(full) : null;
    }
}
