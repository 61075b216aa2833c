using Cake.Core;

// The events have the names that ICakeEngine gives them.
#pragma warning disable CA1713

namespace Slipway.Graph.Engine;

/// <summary>Cake's lifecycle events, raised on behalf of the engine.</summary>
internal sealed class LifecycleEvents(object sender)
{
    public event EventHandler<BeforeSetupEventArgs>? BeforeSetup;

    public event EventHandler<AfterSetupEventArgs>? AfterSetup;

    public event EventHandler<BeforeTeardownEventArgs>? BeforeTeardown;

    public event EventHandler<AfterTeardownEventArgs>? AfterTeardown;

    public event EventHandler<BeforeTaskSetupEventArgs>? BeforeTaskSetup;

    public event EventHandler<AfterTaskSetupEventArgs>? AfterTaskSetup;

    public event EventHandler<BeforeTaskTeardownEventArgs>? BeforeTaskTeardown;

    public event EventHandler<AfterTaskTeardownEventArgs>? AfterTaskTeardown;

    public void RaiseBeforeSetup(ICakeContext context) => BeforeSetup?.Invoke(sender, new BeforeSetupEventArgs(context));

    public void RaiseAfterSetup(ICakeContext context) => AfterSetup?.Invoke(sender, new AfterSetupEventArgs(context));

    public void RaiseBeforeTeardown(ITeardownContext context) => BeforeTeardown?.Invoke(sender, new BeforeTeardownEventArgs(context));

    public void RaiseAfterTeardown(ITeardownContext context) => AfterTeardown?.Invoke(sender, new AfterTeardownEventArgs(context));

    public void RaiseBeforeTaskSetup(ITaskSetupContext context) => BeforeTaskSetup?.Invoke(sender, new BeforeTaskSetupEventArgs(context));

    public void RaiseAfterTaskSetup(ITaskSetupContext context) => AfterTaskSetup?.Invoke(sender, new AfterTaskSetupEventArgs(context));

    public void RaiseBeforeTaskTeardown(ITaskTeardownContext context) =>
        BeforeTaskTeardown?.Invoke(sender, new BeforeTaskTeardownEventArgs(context));

    public void RaiseAfterTaskTeardown(ITaskTeardownContext context) =>
        AfterTaskTeardown?.Invoke(sender, new AfterTaskTeardownEventArgs(context));
}
