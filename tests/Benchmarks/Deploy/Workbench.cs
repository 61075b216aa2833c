using Slipway.Testing.Ssh;

namespace Benchmarks.Deploy;

/// <summary>The contenders with all that they need, and its removal.</summary>
internal sealed class Workbench(BenchOptions options) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("slipway-bench-").FullName;
    private readonly List<Contender> _contenders = [];
    private SshServer? _ssh;

    public Shell Shell { get; } = new(options.Root, new Dictionary<string, string>());

    /// <summary>What the reader of the figures has to know.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>The contenders, the baseline first.</summary>
    public IReadOnlyList<Contender> Contenders => _contenders;

    private BenchImages Images => new(Shell, options.Root);

    /// <summary>Builds the images, copies the samples, starts an sshd if there is one. Deploys nothing.</summary>
    public async Task SetUpAsync()
    {
        await Images.MakeAsync("hello-bot");
        await Images.MakeAsync("hello-bot-before");
        var before = Path.Combine(_folder, "before");
        SampleCopy.Plain(options.Sample("hello-bot-before"), before);
        _contenders.Add(new ScriptContender(before, Shell, options.BootSeconds));
        var compose = Path.Combine(_folder, "compose");
        SampleCopy.WithImages(options.Sample("hello-bot"), compose, "slipway-bench-compose");
        _contenders.Add(new ComposeContender(compose, Shell, options.BootSeconds));
        AddSlipway("Slipway, nginx", "nginx", null, Shell);
        AddSlipway("Slipway, HAProxy", "haproxy", null, Shell);
        if (SshServer.IsPossible)
        {
            _ssh = new SshServer();
            await _ssh.InitializeAsync();
            AddSlipway("Slipway, nginx, over ssh to loopback", "nginx", _ssh.Address, Shell.With(new Dictionary<string, string> { ["PATH"] = _ssh.SearchPath }));
        }
        else
        {
            Notes.Add("Over ssh nothing was measured: this machine has no sshd, or the user is not root.");
        }

        // What a run that was killed has left would make other figures.
        foreach (var contender in _contenders)
            await contender.RemoveAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var contender in _contenders)
            await contender.RemoveAsync();
        if (_ssh is not null)
            await _ssh.DisposeAsync();
        await Images.RemoveAsync("hello-bot");
        await Images.RemoveAsync("hello-bot-before");
        Directory.Delete(_folder, recursive: true);
    }

    private void AddSlipway(string title, string proxy, string? host, Shell shell)
    {
        var name = $"slipway-bench-{(host is null ? proxy : "ssh")}";
        var folder = Path.Combine(_folder, name);
        SampleCopy.WithImages(options.Sample("hello-bot"), folder, name);
        SampleCopy.ForSlipway(folder, name, proxy);
        _contenders.Add(new SlipwayContender(title, name, folder, options.Root, host, shell, options.BootSeconds));
    }
}
