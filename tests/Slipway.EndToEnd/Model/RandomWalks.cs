using System.Globalization;
using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Load;

namespace Slipway.EndToEnd.Model;

/// <summary>
/// Random sequences of deployments, kills, rollbacks, partial runs and hands that meddle. A seed is one life of an application; the one
/// in SLIPWAY_MODEL_SEED is lived again. Without SLIPWAY_E2E=full it is always the same short one, so that a change is told from chance.
/// </summary>
public sealed class RandomWalks(SlipwayProgram program)
{
    private const int Deeds = 3;
    private const int Life = 5;
    private const int UsualSeed = 2;
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Full = TimeSpan.FromMinutes(120);

    [Fact]
    public async Task Whatever_is_done_to_an_application_nothing_that_speaks_of_it_lies_and_one_deployment_heals()
    {
        var given = Environment.GetEnvironmentVariable("SLIPWAY_MODEL_SEED");
        var seed = given is not null ? int.Parse(given, CultureInfo.InvariantCulture) : Scale.IsFull ? Random.Shared.Next(1_000_000) : UsualSeed;
        var (most, limit) = Scale.IsFull ? (500, Full) : (Life, Usual);
        var (sequences, began) = (0, TimeProvider.System.GetTimestamp());
        do
        {
            sequences += await LiveAsync(seed++, Math.Min(Life, most - sequences), () => given is null && TimeProvider.System.GetElapsedTime(began) > limit);
        }
        while (given is null && sequences < most && TimeProvider.System.GetElapsedTime(began) < limit);

        TestContext.Current.TestOutputHelper!.WriteLine($"{sequences} sequences in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
    }

    private async Task<int> LiveAsync(int seed, int sequences, Func<bool> isOver)
    {
        var random = new Random(seed);
        await using var model = await ModelApplication.CreateAsync(program, isFronted: random.Next(2) == 0);
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"SLIPWAY_MODEL_SEED={seed}, {model.Name} in {model.Folder}");
        var walk = new ModelWalk(model, random, output.WriteLine);
        await walk.BeginAsync();
        for (var lived = 1; lived <= sequences; lived++)
        {
            await walk.WalkAsync(random.Next(1, Deeds + 1));
            if (isOver())
            {
                return lived;
            }
        }

        return sequences;
    }
}
