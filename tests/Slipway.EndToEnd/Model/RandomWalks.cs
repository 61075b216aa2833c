using System.Collections.Concurrent;
using System.Globalization;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;

namespace Slipway.EndToEnd.Model;

/// <summary>
/// Random sequences of deployments, kills, rollbacks, partial runs and hands that meddle. A seed is one life of an application; the one
/// in SLIPWAY_MODEL_SEED is lived again. Without SLIPWAY_E2E=full it is always the same one, so that a change is told from chance.
/// </summary>
public sealed class RandomWalks(SlipwayProgram program)
{
    private const int Deeds = 4;
    private const int Lives = 500;
    private const int AtOnce = 4;
    private const int UsualSeed = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Whatever_is_done_to_an_application_nothing_that_speaks_of_it_lies_and_one_deployment_heals()
    {
        var given = Environment.GetEnvironmentVariable("SLIPWAY_MODEL_SEED");
        var first = given is not null ? int.Parse(given, CultureInfo.InvariantCulture) : Scale.IsFull ? Random.Shared.Next(1_000_000) : UsualSeed;
        var seeds = new ConcurrentQueue<int>(Enumerable.Range(first, given is null && Scale.IsFull ? Lives : 1));
        var red = new ConcurrentQueue<string>();

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
        {
            while (!TestContext.Current.CancellationToken.IsCancellationRequested && seeds.TryDequeue(out var seed))
            {
                await LiveAsync(seed, red);
            }
        }));

        red.ShouldBeEmpty(string.Join('\n', red));
    }

    // One line for each life, as long as it is a good one.
    private async Task LiveAsync(int seed, ConcurrentQueue<string> red)
    {
        var (random, trail, began, verdict) = (new Random(seed), new List<string>(), TimeProvider.System.GetTimestamp(), "green");
        var deeds = random.Next(1, Deeds + 1);
        try
        {
            await using var model = await ModelApplication.CreateAsync(program, isFronted: random.Next(2) == 0);
            trail.Add(model.Name);
            await new ModelWalk(model, random, trail.Add).LiveAsync(deeds).WaitAsync(Longest);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            verdict = $"red\n{string.Join('\n', trail)}\n{failure}";
        }

        var life = string.Create(
            CultureInfo.InvariantCulture, $"SLIPWAY_MODEL_SEED={seed} {deeds} deeds {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s {verdict}");
        TestContext.Current.TestOutputHelper!.WriteLine(life);
        if (verdict != "green")
        {
            red.Enqueue(life);
        }
    }
}
