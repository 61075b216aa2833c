using System.Collections.Concurrent;
using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Proxies;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Proxies;

/// <summary>
/// Puts files into a proxy's container and lets the proxy take them. Clients are told to come back with a new connection first, since the
/// proxy closes those that are idle when it takes them, and a request may just be on its way over one.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class UpdateProxyHandler(ProxyAccesses proxies, EngineClient engine, TimeProvider time) : StepHandler<UpdateProxyStep>
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentDictionary<string, Earlier> _earlier = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(UpdateProxyStep step, StepOutput output, CancellationToken cancellation)
    {
        var proxy = proxies.Of(step.ProxyContainer);
        var taker = proxy.Proxy as ITakesConfiguration
            ?? throw StepFailure.Of(step, $"{proxy.Proxy.Name} takes no configuration while it runs", remedy: "replace its container, with --consent");
        if (step.IsUndo)
        {
            // Nothing was put there if the run did not come so far.
            if (_earlier.TryRemove(step.ProxyContainer, out var earlier))
            {
                await PutAsync(step, proxy, taker, earlier.Files, earlier.Certificates, cancellation);
                await RemoveOthersAsync(step, proxy, earlier.Certificates, cancellation);
            }

            return;
        }

        var files = proxy.Proxy.Files(proxy.Plan);

        // One that was not there before is nobody's afterwards.
        var before = await Task.WhenAll(files.Select(async file => new ProxyFile(
            file.Path, await proxy.ExecuteAsync(step.ProxyContainer, ["sh", "-c", $"[ ! -e {file.Path} ] || cat {file.Path}"], cancellation))));
        _earlier[step.ProxyContainer] = new Earlier(before, await CertificatesAsync(step, cancellation));
        await PutAsync(step, proxy, taker, files, TlsFiles.Of(proxy.Plan), cancellation);
        if (!step.IsStandIn)
        {
            await AwaitAsync(step, proxy, taker, cancellation);
        }

        await RemoveOthersAsync(step, proxy, TlsFiles.Of(proxy.Plan), cancellation);
        await RemoveOtherFilesAsync(step, proxy, files, cancellation);
    }

    private async Task<IReadOnlyList<TlsFile>> CertificatesAsync(UpdateProxyStep step, CancellationToken cancellation) =>
    [
        .. (await engine.ReadFolderAsync(step.ProxyContainer, TlsFiles.Directory, cancellation) ?? new Dictionary<string, string>())
            .Select(f => new TlsFile($"{TlsFiles.Directory}/{f.Key}", new TlsBundle(f.Value, string.Empty))),
    ];

    // A key that nobody needs any more is in nobody's way but that of whoever finds it.
    private async Task RemoveOthersAsync(UpdateProxyStep step, ProxyAccess proxy, IReadOnlyList<TlsFile> kept, CancellationToken cancellation)
    {
        var others = (await CertificatesAsync(step, cancellation)).Select(c => c.Path).Except(kept.Select(k => k.Path)).ToList();
        if (others.Count > 0)
        {
            await proxy.ExecuteAsync(step.ProxyContainer, ["rm", "-f", .. others], cancellation);
        }
    }

    private async Task RemoveOtherFilesAsync(UpdateProxyStep step, ProxyAccess proxy, IReadOnlyList<ProxyFile> kept, CancellationToken cancellation)
    {
        var there = await engine.ReadFolderAsync(step.ProxyContainer, ProxyFileNames.Directory, cancellation) ?? new Dictionary<string, string>();
        var others = there.Keys.Select(f => $"{ProxyFileNames.Directory}/{f}").Except(kept.Select(f => f.Path)).ToList();
        if (others.Count > 0)
        {
            await proxy.ExecuteAsync(step.ProxyContainer, ["rm", "-f", .. others], cancellation);
        }
    }

    private async Task PutAsync(
        UpdateProxyStep step,
        ProxyAccess proxy,
        ITakesConfiguration taker,
        IReadOnlyList<ProxyFile> files,
        IReadOnlyList<TlsFile> certificates,
        CancellationToken cancellation)
    {
        await engine.CopyIntoAsync(step.ProxyContainer, ProxyArchive.Of(files, certificates), cancellation);
        await proxy.ExecuteAsync(step.ProxyContainer, taker.DrainClients, cancellation);
        try
        {
            await Task.Delay(Goodbye, time, cancellation);
            await proxy.ExecuteAsync(step.ProxyContainer, taker.TakeConfiguration(proxy.Plan), cancellation);
        }
        finally
        {
            await proxy.ExecuteAsync(step.ProxyContainer, taker.KeepClients, CancellationToken.None);
        }
    }

    private async Task AwaitAsync(UpdateProxyStep step, ProxyAccess proxy, ITakesConfiguration taker, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        var reader = proxy.SlotsOf(step.ProxyContainer);
        while (await reader.AskAsync(cancellation) is not { } answer || taker.ParseFingerprint(answer) != proxy.Plan.Fingerprint)
        {
            if (time.GetElapsedTime(began) > step.Timeout)
            {
                throw StepFailure.Of(step, "it still has another one", ExitCode.Failed, $"look at: docker logs {step.ProxyContainer}");
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }

    private sealed record Earlier(IReadOnlyList<ProxyFile> Files, IReadOnlyList<TlsFile> Certificates);
}
