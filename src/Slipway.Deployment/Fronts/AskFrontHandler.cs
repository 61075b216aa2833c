using System.Collections.Concurrent;
using Slipway.Deployment.Execution;
using Slipway.Engine.Errors;
using Slipway.Traffic.Probing;

namespace Slipway.Deployment.Fronts;

/// <summary>Asks as users do, and remembers until the end of the run what they were answered before it.</summary>
/// <param name="client">Makes the requests.</param>
/// <param name="time">The clock.</param>
internal sealed class AskFrontHandler(FrontClient client, TimeProvider time) : StepHandler<AskFrontStep>
{
    // A front may have several workers, and each several addresses: as many answers in a row are taken for all of them.
    private const int InARow = 6;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private readonly ConcurrentDictionary<FrontRequest, (FrontRequest Made, ProbeAnswer Answer)> _before = new();

    protected override Task ExecuteAsync(AskFrontStep step, StepOutput output, CancellationToken cancellation) => step.Moment switch
    {
        AskFrontMoment.After => ExpectAsync(step, cancellation),
        AskFrontMoment.Undone => TellAsync(step, output, cancellation),
        _ => RememberAsync(step, output, cancellation),
    };

    private async Task RememberAsync(AskFrontStep step, StepOutput output, CancellationToken cancellation)
    {
        var asked = await Task.WhenAll(step.Requests.Select(async r => (Request: r, Result: await client.AskAsync(r, cancellation))));
        foreach (var (request, result) in asked)
        {
            _before[request] = result;
            output.Line($"{result.Made} {result.Answer}");
        }

        if (step.Moment == AskFrontMoment.BeforeTakeOver && asked.Length > 0 && asked.All(a => a.Result.Answer.Status is null))
        {
            throw new SlipwayException(
                ExitCode.Refused,
                "Preflight refuses, nothing was changed: nothing that users ask is answered now, so that nobody could tell afterwards whether it still is: "
                    + string.Join("; ", asked.Select(a => $"{a.Result.Made} {a.Result.Answer}")),
                "name requests that work under proxy.ask in slipway.yaml, such as https://example.org/");
        }
    }

    private async Task ExpectAsync(AskFrontStep step, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        foreach (var request in step.Requests)
        {
            var inARow = 0;
            while (inARow < InARow)
            {
                var (made, answer) = await client.AskAsync(_before.TryGetValue(request, out var earlier) ? earlier.Made : request, cancellation);
                if (IsAsExpected(request, answer))
                {
                    inARow++;
                    continue;
                }

                if (time.GetElapsedTime(began) > step.Timeout)
                {
                    throw new SlipwayException(
                        ExitCode.NotReady,
                        $"users are not answered as before: {made} {answer}"
                            + (earlier.Answer is null ? string.Empty : $"; before the deployment it {earlier.Answer}"),
                        "look at the log of the front, or name the requests that have to work under proxy.ask in slipway.yaml");
                }

                inARow = 0;
                await Task.Delay(Interval, time, cancellation);
            }
        }
    }

    private async Task TellAsync(AskFrontStep step, StepOutput output, CancellationToken cancellation)
    {
        foreach (var request in step.Requests)
        {
            var (made, answer) = await client.AskAsync(_before.TryGetValue(request, out var earlier) ? earlier.Made : request, cancellation);
            output.Note($"{made} {answer}");
        }
    }

    // What was an error of the client before, or was not answered, may be one as long as it comes through.
    private bool IsAsExpected(FrontRequest request, ProbeAnswer answer) =>
        (request.MayBeAskedWho && answer.Status == 401)
        || (answer.Status is { } status && status < (_before.TryGetValue(request, out var earlier) && earlier.Answer.Status is < 400 ? 400 : 500));
}
