using Cake.Core;
using Cake.Core.Diagnostics;

namespace Slipway.Graph.Engine;

/// <summary>What a run calls once before its first task and once after its last.</summary>
internal sealed class RunLifecycle(RunServices services, RunState state, RunLedger ledger, IExecutionStrategy strategy, ICakeContext context)
{
    public void SetUp(ICakeTaskInfo target, IEnumerable<ICakeTaskInfo> tasks)
    {
        var began = services.Time.GetTimestamp();
        services.Events.RaiseBeforeSetup(context);
        try
        {
            if (services.Actions.Setups.Count == 0)
            {
                return;
            }

            var setupContext = new SetupContext(context, target, tasks);
            foreach (var setup in services.Actions.Setups)
            {
                strategy.PerformSetup(setup, setupContext);
            }

            ledger.AddSetup(services.Time.GetElapsedTime(began));
        }
        finally
        {
            services.Events.RaiseAfterSetup(context);
        }
    }

    public void TearDown()
    {
        var began = services.Time.GetTimestamp();
        var teardownContext = new TeardownContext(context, state.Failure?.Error);
        services.Events.RaiseBeforeTeardown(teardownContext);
        try
        {
            if (services.Actions.Teardowns.Count == 0)
            {
                return;
            }

            var errors = PerformAll(teardownContext);
            ledger.AddTeardown(services.Time.GetElapsedTime(began));
            Settle(errors);
        }
        finally
        {
            services.Events.RaiseAfterTeardown(teardownContext);
        }
    }

    private List<Exception> PerformAll(TeardownContext teardownContext)
    {
        var errors = new List<Exception>();
        foreach (var teardown in services.Actions.Teardowns)
        {
            try
            {
                strategy.PerformTeardown(teardown, teardownContext);
            }
            catch (Exception error)
            {
                // Every teardown gets its turn; what went wrong is told afterwards.
                errors.Add(error);
            }
        }

        return errors;
    }

    private void Settle(List<Exception> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        var whole = errors.Count == 1 ? errors[0] : new AggregateException("Several custom teardown actions failed.", errors);
        if (state.TryFail(new RunFailure("the teardown failed", whole)))
        {
            return;
        }

        foreach (var error in errors)
        {
            services.Log.Error("The teardown failed as well: {0}", error.Message);
        }
    }
}
