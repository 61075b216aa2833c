using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Running;

/// <summary>Hands the engine everything that the classes of the build declare.</summary>
internal sealed class BuildRegistration(
    ICakeEngine engine,
    IFrostingContext context,
    ICakeLog log,
    IEnumerable<IFrostingTask> tasks,
    IFrostingSetup? setup = null,
    IFrostingTeardown? teardown = null,
    IFrostingTaskSetup? taskSetup = null,
    IFrostingTaskTeardown? taskTeardown = null)
{
    public void RegisterAll()
    {
        var registration = new TaskRegistration(engine, context, log);
        foreach (var task in tasks)
        {
            registration.Register(task);
        }

        if (setup is not null)
        {
            engine.RegisterSetupAction(i => setup.Setup(context, i));
        }

        if (teardown is not null)
        {
            engine.RegisterTeardownAction(i => teardown.Teardown(context, i));
        }

        if (taskSetup is not null)
        {
            engine.RegisterTaskSetupAction(i => taskSetup.Setup(context, i));
        }

        if (taskTeardown is not null)
        {
            engine.RegisterTaskTeardownAction(i => taskTeardown.Teardown(context, i));
        }
    }
}
