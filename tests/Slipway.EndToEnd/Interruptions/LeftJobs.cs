using Slipway.EndToEnd.Hosts;
using Slipway.EndToEnd.Model;

namespace Slipway.EndToEnd.Interruptions;

/// <summary>A job of the application's own whose deployer was killed: nobody starts a second one beside it.</summary>
public sealed class LeftJobs(SlipwayProgram program)
{
    [Theory]
    [InlineData("30s", 6, "waiting at most", "2")]
    [InlineData("3s", 600, "ending the job", "1")]
    public async Task It_is_waited_for_as_long_as_it_may_take_and_ended_then(string time, int seconds, string said, string runs)
    {
        await using var model = await ModelApplication.CreateAsync(program, isFronted: false);
        model.Edit("slipway.yaml", "  store:  {", $"  prepare: {{strategy: job, ready: {time}}}\n  store:  {{");
        model.Edit("compose.yaml", "create table", $"select pg_sleep({seconds}); create table");
        using (var killed = model.Start("Deploy"))
        {
            while (!await WorksAsync(model))
            {
                killed.Completion.IsCompleted.ShouldBeFalse();
            }

            killed.Kill();
            await killed.Completion;
        }

        model.Edit("compose.yaml", $"select pg_sleep({seconds}); ", string.Empty);

        var result = await model.DeployAsync();

        result.Text.ShouldContain(said);
        (await Docker.RunAsync("exec", $"{model.Name}-store-1", "psql", "-U", "postgres", "-tAc", "select count(*) from prepared")).ShouldBe(runs);
        (await model.AskAsync()).ShouldBe("1");
    }

    private static async Task<bool> WorksAsync(ModelApplication model) =>
        (await model.ContainersAsync()).Contains("prepare-1 running");
}
