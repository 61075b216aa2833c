using Slipway.Deployment.Execution;

namespace Slipway.Deployment.Proxies;

/// <summary>Asks the proxy which slots it serves until they are the expected ones.</summary>
/// <param name="time">The clock.</param>
internal sealed class ConfirmSlotHandler(ProxyAccesses proxies, TimeProvider time) : StepHandler<ConfirmSlotStep>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(ConfirmSlotStep step, StepOutput output, CancellationToken cancellation)
    {
        var slots = proxies.Of(step.ProxyContainer).SlotsOf(step.ProxyContainer);
        var began = time.GetTimestamp();
        while (true)
        {
            var served = await slots.ReadAsync(cancellation);
            if (step.Slots.All(s => (served ?? []).Any(c => c.Service == s.Key && c.Slot == s.Value)))
            {
                return;
            }

            if (time.GetElapsedTime(began) > step.Timeout)
            {
                throw StepFailure.Of(step, served is null ? "the proxy does not answer" : $"it still serves {string.Join(' ', served)}");
            }

            await Task.Delay(Interval, time, cancellation);
        }
    }
}
