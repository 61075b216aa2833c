using Slipway.Testing;

namespace Slipway.EndToEnd.Hosts;

/// <summary>
/// The host as users run it: what build.sh builds and executes. The tests use a copy of their own, so that a build at the same
/// time does not pull it from under their feet. SLIPWAY_E2E_HOST names another folder to take it from.
/// </summary>
public sealed class SlipwayProgram : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("slipway-e2e-host-");

    /// <summary>The checkout that the tests were built from.</summary>
    internal string Repository => RepositoryFile.Root;

    /// <summary>The command that runs the host, without arguments.</summary>
    internal IReadOnlyList<string> Command => ["dotnet", Path.Combine(_folder.FullName, "slipway-build.dll")];

    /// <summary>Where the images of the samples come from.</summary>
    internal string Images => Testing.Engine.Images.Prefix;

    public async ValueTask InitializeAsync()
    {
        (await Docker.TryAsync("version")).ExitCode.ShouldBe(0, "these tests need an engine: ./build.sh --bootstrap installs and starts it");
        var built = Environment.GetEnvironmentVariable("SLIPWAY_E2E_HOST");
        if (built is null)
        {
            (await RunningProgram.RunAsync([Path.Combine(Repository, "build.sh"), "--version"], Repository)).ShouldHaveEndedWith(0);
            built = Path.Combine(Repository, "artifacts", "host");
        }

        (await RunningProgram.RunAsync(["cp", "-r", built + "/.", _folder.FullName])).ShouldHaveEndedWith(0);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
