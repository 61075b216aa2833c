using Slipway.Observability.State;

namespace Slipway.Observability.Tests.State;

/// <summary>A folder of one test, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("slipway-tests-").FullName;

    /// <summary>The state folder in it, which is not made yet.</summary>
    public StateFolder State => StateFolder.Of(Path);

    public string Read(string name) => File.ReadAllText(State.PathOf(name));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
