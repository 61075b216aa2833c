using Slipway.Deployment.Configuration;
using Slipway.Deployment.Planning;
using Slipway.Deployment.Planning.Changes;
using Slipway.Deployment.Planning.Steps;

namespace Slipway.Deployment.Strategies;

/// <summary>
/// One way in which services are replaced: the steps by which it creates, switches, undoes, rolls back and retires all services that
/// have it. Each is a pure function; the phases put the steps of all strategies together, in the order of the list.
/// </summary>
public abstract class ReleaseStrategy : IStrategy
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public virtual bool HasSlots => false;

    /// <inheritdoc/>
    public virtual bool IsBehindProxy => false;

    /// <inheritdoc/>
    public virtual bool HasReplicas => false;

    /// <inheritdoc/>
    public virtual bool RunsOnce => false;

    /// <inheritdoc/>
    public virtual bool HoldsData => false;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Provides what a release needs around it.</summary>
    internal virtual IEnumerable<Step> Provide(PlanningContext context) => [];

    /// <summary>Prepares what will be replaced, while images are still being brought.</summary>
    internal virtual IEnumerable<Step> Prepare(PlanningContext context) => [];

    /// <summary>Ends what is in the way of the new containers, and does not serve.</summary>
    internal virtual IEnumerable<Step> MakeRoom(PlanningContext context) => [];

    /// <summary>Whether what is in the slot of a new container may end while that one is started.</summary>
    internal virtual bool EndsBeside => false;

    /// <summary>The services whose containers are created, in their target slots, while the old release serves.</summary>
    internal virtual IEnumerable<ServiceChange> Created(PlanningContext context) => [];

    /// <summary>Starts what runs once only, where nothing of it runs yet and others of the release wait for it.</summary>
    internal virtual IEnumerable<Step> StartFirst(PlanningContext context) => [];

    /// <summary>Starts of what was created that which may run beside the old release.</summary>
    internal virtual IEnumerable<Step> Start(PlanningContext context) => [];

    /// <summary>Waits until it is ready.</summary>
    internal virtual IEnumerable<Step> AwaitReady(PlanningContext context) => [];

    /// <summary>Asks it as users will, before they reach it.</summary>
    internal virtual IEnumerable<Step> Test(PlanningContext context) => [];

    /// <summary>Lets the new release do the work instead of the old one.</summary>
    internal virtual IEnumerable<Step> Switch(PlanningContext context) => [];

    /// <summary>Whether <see cref="Switch"/> has led the user's front to the proxy, since some of it comes only after that.</summary>
    internal virtual bool LeadsFront(PlanningContext context) => false;

    /// <summary>Makes sure that it does.</summary>
    internal virtual IEnumerable<Step> Confirm(PlanningContext context) => [];

    /// <summary>Lets the old release do the work again, after a switch that may be half done.</summary>
    internal virtual IEnumerable<Step> SwitchBack(PlanningContext context) => [];

    /// <summary>Ends what is still under way to the new release once the old one does the work again.</summary>
    internal virtual IEnumerable<Step> DrainNew(PlanningContext context) => [];

    /// <summary>Removes what was made and does not serve, where that has no service of its own.</summary>
    internal virtual IEnumerable<Step> RemoveNew(PlanningContext context) => [];

    /// <summary>Waits until what gave way, and is kept, has ended.</summary>
    internal virtual IEnumerable<Step> AwaitEnded(PlanningContext context) => [];

    /// <summary>Removes what gave way and is not kept, where that has no service of its own.</summary>
    internal virtual IEnumerable<Step> Retire(PlanningContext context) => [];

    /// <summary>Ends what is still under way to the old release, where that is not kept.</summary>
    internal virtual IEnumerable<Step> DrainOld(PlanningContext context) => [];

    /// <summary>Makes sure that what is rolled back to answers.</summary>
    internal virtual IEnumerable<Step> AwaitWarm(PlanningContext context) => [];

    /// <summary>The reason why a service can't be rolled back to what is in its other slot; null when it can.</summary>
    internal virtual string? WhyNotWarm(ServiceChange service) => null;

    /// <summary>Lets go what does the work now, and lets that take over which did it before, where both can be at once.</summary>
    internal virtual IEnumerable<Step> RollBack(PlanningContext context) => [];

    /// <summary>The rest of a rollback: what had to wait for all strategies' first part.</summary>
    internal virtual IEnumerable<Step> FinishRollBack(PlanningContext context) => [];

    /// <summary>Takes a rollback back.</summary>
    internal virtual IEnumerable<Step> UndoRollBack(PlanningContext context) => [];

    /// <summary>The services of this strategy that are replaced.</summary>
    protected IEnumerable<ServiceChange> Changing(PlanningContext context) => context.Changing.Where(s => s.Settings.Strategy == this);
}
