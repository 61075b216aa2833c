using Cake.Core;
using Slipway.Graph.Reporting;
using Slipway.Graph.Tasks;
using Slipway.Graph.Tests.Harness;
using Slipway.Testing;

namespace Slipway.Graph.Tests.Reporting;

public sealed class WavesSpecs
{
    [Fact]
    public void Each_task_is_in_the_first_wave_in_which_it_can_run()
    {
        using var host = new EngineHost(o => o.Lock("Migrate", "database"));
        host.Task("Preflight");
        host.Task("Lock", "Preflight");
        host.Task("PullOrBuild", "Lock");
        host.Task("Backup", "Lock").WithLock("database");
        host.Task("Migrate", "PullOrBuild", "Backup");
        host.Task("CleanUp", "Lock");
        host.Task("Deploy", "Migrate", "CleanUp");
        host.Task("Status", "Preflight");

        Golden.ShouldBe(host.Get<IWavesPrinter>().Render(host.Engine.Tasks, []), "waves.txt");
        Golden.ShouldBe(host.Get<IWavesPrinter>().Render(host.Engine.Tasks, ["Status"]), "waves-of-one-target.txt");
    }

    [Fact]
    public void A_target_that_does_not_exist_is_refused()
    {
        using var host = new EngineHost();

        Should.Throw<CakeException>(() => host.Get<IWavesPrinter>().Render(host.Engine.Tasks, ["X"])).Message.ShouldBe("The target 'X' was not found.");
    }
}
