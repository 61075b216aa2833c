using Slipway.Deployment.Execution;
using Slipway.Engine.Errors;
using Slipway.Traffic.Canaries;

namespace Slipway.Deployment.Proxies;

/// <summary>Tells a proxy which part of the requests goes to which slot.</summary>
internal sealed class ShareHandler(ProxyAccesses proxies) : StepHandler<ShareStep>
{
    protected override async Task ExecuteAsync(ShareStep step, StepOutput output, CancellationToken cancellation)
    {
        var proxy = proxies.Of(step.ProxyContainer);
        var command = (proxy.Proxy as ISharesRequests)?.Share(step.Shares)
            ?? throw StepFailure.Of(step, $"{proxy.Proxy.Name} can't send a part of the requests elsewhere");
        try
        {
            await proxy.ExecuteAsync(step.ProxyContainer, command, cancellation);
        }
        catch (SlipwayException failure) when (step.ContinueOnError)
        {
            output.Note($"{failure.Message}; going on without");
        }
    }
}
