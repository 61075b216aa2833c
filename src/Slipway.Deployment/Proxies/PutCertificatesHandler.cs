using Slipway.Deployment.Execution;
using Slipway.Engine.Api;
using Slipway.Traffic.Proxies.Tls;

namespace Slipway.Deployment.Proxies;

/// <summary>Copies certificates and keys through the engine: in no argument, no file of this machine and no definition of the container.</summary>
internal sealed class PutCertificatesHandler(ProxyAccesses proxies, EngineClient engine) : StepHandler<PutCertificatesStep>
{
    protected override Task ExecuteAsync(PutCertificatesStep step, StepOutput output, CancellationToken cancellation)
    {
        var access = proxies.Of(step.ProxyContainer);
        var files = access.Proxy.Files(access.Plan).Where(f => f.IsSecret);
        return engine.CopyIntoAsync(step.ProxyContainer, ProxyArchive.Of(files, TlsFiles.Of(access.Plan)), cancellation);
    }
}
