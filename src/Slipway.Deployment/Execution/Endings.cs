using System.Collections.Concurrent;
using Slipway.Deployment.Planning.Steps;
using Slipway.Engine.Api;
using Slipway.Engine.Errors;
using Slipway.Traffic.Slots;

namespace Slipway.Deployment.Execution;

/// <summary>
/// Lets containers end beside a run. A stop goes on in the engine when nobody waits for it any more, so a run that is over can leave what still
/// ends; whoever comes next knows it by its name.
/// </summary>
internal sealed class Endings(EngineClient engine) : IStepHandler
{
    private readonly ConcurrentDictionary<string, Task<bool>> _stops = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> _removals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SlotChoice, bool> _talking = new();
    private volatile bool _isSettled;

    public bool Handles(Step step) => step is EndStep or RemoveEndedStep;

    public async Task ExecuteAsync(Step step, StepOutput output, CancellationToken cancellation)
    {
        if (step is EndStep end)
        {
            if (end.Subject is { } slot && _talking.ContainsKey(slot))
            {
                await Stop(end.Container).WaitAsync(cancellation);
                return;
            }

            if (end.Network is { } network)
            {
                await engine.DisconnectAsync(end.Container, network, cancellation);
            }

            _ = Stop(end.Container);
            return;
        }

        foreach (var container in ((RemoveEndedStep)step).Containers)
        {
            _ = _removals.GetOrAdd(container, c => RemoveAsync(c, Stop(c)));
        }
    }

    /// <summary>Remembers that something is still under way to a slot, to which it has to be able to say goodbye when it ends.</summary>
    public void LetTalk(SlotChoice slot) => _talking[slot] = true;

    /// <summary>Waits until what has ended is removed, because nothing must be once the lock is released, and lets all else end by itself.</summary>
    /// <returns>The containers that still end.</returns>
    public async Task<IReadOnlyList<string>> SettleAsync()
    {
        _isSettled = true;
        var left = _stops.Where(s => !s.Value.IsCompleted).Select(s => s.Key).Order(StringComparer.Ordinal).ToList();
        await Task.WhenAll(_removals.Where(r => !left.Contains(r.Key)).Select(r => r.Value));
        return left;
    }

    private Task<bool> Stop(string container) => _stops.GetOrAdd(container, c => DoneAsync(() => engine.ActAsync(c, "stop", CancellationToken.None)));

    private async Task RemoveAsync(string container, Task<bool> stop)
    {
        if (await stop && !_isSettled)
        {
            await DoneAsync(() => engine.RemoveAsync(container, CancellationToken.None));
        }
    }

    // What goes wrong here is found by whoever comes next.
    private static async Task<bool> DoneAsync(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (e is SlipwayException or HttpRequestException or IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
