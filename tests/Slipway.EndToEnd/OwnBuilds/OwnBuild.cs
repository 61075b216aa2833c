using Slipway.EndToEnd.Hosts;
using Slipway.Testing;

namespace Slipway.EndToEnd.OwnBuilds;

/// <summary>The build of a user's own in samples/own-build, built as its user would build it.</summary>
public sealed class OwnBuild : IAsyncLifetime
{
    internal static string Folder => Path.Combine(RepositoryFile.Root, "samples", "own-build");

    public async ValueTask InitializeAsync() =>
        (await RunningProgram.RunAsync(["dotnet", "build", "--nologo", "-v", "q", "-c", "Debug"], Folder)).ShouldHaveEndedWith(0);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static RunningProgram Start(string folder, SlipwayProgram program, params IEnumerable<string> arguments) => RunningProgram.Start(
        ["dotnet", Path.Combine(Folder, "bin", "Debug", "net10.0", "OwnBuild.dll"), .. arguments],
        folder,
        new Dictionary<string, string?> { ["SLIPWAY_IMAGES"] = program.Images, ["OWN_BUILD_LOG"] = Path.Combine(folder, "own.log") });
}
