using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Applications;

/// <summary>A compose application in a folder of its own, under a name that only this test uses. Ends with nothing left of it.</summary>
internal abstract class DeployedApplication : IAsyncDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    protected DeployedApplication(SlipwayProgram program, string sources)
    {
        (Program, Sources) = (program, sources);
        Folder = Directory.CreateTempSubdirectory("slipway-e2e-").FullName;
        Name = $"e2e-{Guid.NewGuid():N}"[..12];
    }

    public SlipwayProgram Program { get; }

    /// <summary>The name of the application and of its compose project.</summary>
    public string Name { get; }

    public string Folder { get; }

    public Journal Journal => new(Path.Combine(Folder, ".slipway", "journal"));

    /// <summary>Variables for the host beyond those of the test.</summary>
    public Dictionary<string, string?> Environment { get; } = [];

    /// <summary>What comes before each command; nothing on this machine itself.</summary>
    public IReadOnlyList<string> Through { get; set; } = [];

    /// <summary>The folder that the application was copied from.</summary>
    protected string Sources { get; }

    public RunningProgram Start(string target, params IEnumerable<string> options) => RunningProgram.Start(
        [.. Through, .. Program.Command, $"--target={target}", $"--app={Folder}", .. options],
        Folder,
        new Dictionary<string, string?>(Environment) { ["SLIPWAY_IMAGES"] = Program.Images });

    public async Task<ProgramResult> RunAsync(string target, params IEnumerable<string> options)
    {
        using var program = Start(target, options);
        return await program.Completion;
    }

    public async Task<ProgramResult> DeployAsync(params IEnumerable<string> options) => (await RunAsync("Deploy", options)).ShouldHaveEndedWith(0);

    /// <summary>Starts a command, and kills it when the journal says that a step begins.</summary>
    public async Task KillAtAsync(string target, Func<JournalEntry, bool> moment)
    {
        using var wait = Journal.Expect(moment);
        using var program = Start(target);
        await wait.SeenAsync(program);
        program.Kill();
        await program.Completion;
    }

    public Task<ProgramResult> ComposeAsync(params IEnumerable<string> arguments) => RunningProgram.RunAsync(
        [.. Through, "docker", "compose", "-p", Name, .. arguments], Folder, new Dictionary<string, string?>(Environment) { ["SLIPWAY_IMAGES"] = Program.Images });

    /// <summary>Sets a variable of the compose file, by the .env file beside it.</summary>
    public void Set(string variable, string value)
    {
        _variables[variable] = value;
        Write(".env", string.Concat(_variables.Select(v => $"{v.Key}={v.Value}\n")));
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Changes a text that must be in the file.</summary>
    public void Edit(string file, string old, string replacement)
    {
        var text = Read(file);
        text.ShouldContain(old);
        Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    /// <summary>The containers, each as <c>name state</c> without the application's name, in order.</summary>
    public async Task<IReadOnlyList<string>> ContainersAsync() =>
        [.. (await Docker.LinesAsync("ps", "-a", "--filter", $"label=com.docker.compose.project={Name}", "--format", "{{.Names}} {{.State}}")).Select(l => l.Replace(Name + "-", string.Empty, StringComparison.Ordinal))];

    /// <summary>The containers' identities, which change when a container is made anew.</summary>
    public Task<IReadOnlyList<string>> ContainerIdsAsync() =>
        Docker.LinesAsync("ps", "-a", "--no-trunc", "--filter", $"label=com.docker.compose.project={Name}", "--format", "{{.ID}} {{.Names}}");

    public Task<IReadOnlyList<string>> NetworksAsync() => Docker.LinesAsync("network", "ls", "--filter", $"name=^{Name}_", "--format", "{{.Name}}");

    public Task<IReadOnlyList<string>> VolumesAsync() => Docker.LinesAsync("volume", "ls", "--filter", $"name={Name}", "--format", "{{.Name}}");

    /// <summary>The images that Slipway keeps of the application's releases.</summary>
    public Task<IReadOnlyList<string>> ReleaseImagesAsync() =>
        Docker.LinesAsync("images", "--filter", $"reference=slipway/{Name}-*", "--format", "{{.Repository}}:{{.Tag}}");

    public async ValueTask DisposeAsync()
    {
        await RemoveAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Removes all that the engine has of the application.</summary>
    public virtual async Task RemoveAsync()
    {
        await RemoveAllAsync(["rm", "-f", "-v"], ["ps", "-aq", "--filter", $"label=com.docker.compose.project={Name}"]);
        await RemoveAllAsync(["rm", "-f", "-v"], ["ps", "-aq", "--filter", $"label=slipway.app={Name}"]);
        await RemoveAllAsync(["volume", "rm"], ["volume", "ls", "-q", "--filter", $"name={Name}"]);
        await RemoveAllAsync(["network", "rm"], ["network", "ls", "-q", "--filter", $"name=^{Name}_"]);
        await RemoveAllAsync(["image", "rm"], ["images", "--filter", $"reference=slipway/{Name}-*", "--format", "{{.Repository}}:{{.Tag}}"]);
        await RemoveAllAsync(["image", "rm"], ["images", "--filter", $"reference=slipway-served/{Name}-*", "--format", "{{.Repository}}:{{.Tag}}"]);
    }

    protected static async Task RemoveAllAsync(IEnumerable<string> remove, IEnumerable<string> list)
    {
        if (await Docker.LinesAsync(list) is { Count: > 0 } things)
        {
            await Docker.TryAsync([.. remove, .. things]);
        }
    }

    protected async Task CopyAsync()
    {
        (await RunningProgram.RunAsync(["cp", "-r", Sources + "/.", Folder])).ShouldHaveEndedWith(0);
        var state = Path.Combine(Folder, ".slipway");
        if (Directory.Exists(state))
        {
            Directory.Delete(state, recursive: true);
        }
    }
}
