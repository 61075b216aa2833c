using Cake.Core;

// Not public, so that no host finds them by itself: each test registers those that it needs.
namespace Cake.Frosting.Tests;

internal sealed class First(Story story) : FrostingTask
{
    public override void Run(ICakeContext context) => story.Add("first");
}

internal abstract class Inherited(Story story) : AsyncFrostingTask<IFrostingContext>
{
    public override Task RunAsync(IFrostingContext context)
    {
        story.Add(GetType().Name);
        return Task.CompletedTask;
    }
}

[IsDependentOn(typeof(First))]
internal sealed class Second(Story story) : Inherited(story);

[TaskName("second")]
internal sealed class AlsoSecond(Story story) : Inherited(story);

[IsDependentOn(typeof(string))]
internal sealed class Misdeclared : FrostingTask;

internal sealed class ByHand : IFrostingTask
{
    public Task RunAsync(ICakeContext context) => Task.CompletedTask;

    public bool ShouldRun(ICakeContext context) => true;

    public void OnError(Exception exception, ICakeContext context)
    {
    }

    public void Finally(ICakeContext context)
    {
    }
}

internal sealed class SeveralFailures : AsyncFrostingTask
{
    public override Task RunAsync(ICakeContext context)
        => throw new AggregateException(new InvalidOperationException("one"), new CakeException(9, "two"));
}

internal sealed class FailureWithoutCode : FrostingTask
{
    public override void Run(ICakeContext context) => throw new CakeException(0, "says that it is a success");
}

internal sealed class StoryLifetime(Story story) : FrostingLifetime
{
    public override void Setup(ICakeContext context, ISetupContext info) => story.Add("setup");

    public override void Teardown(ICakeContext context, ITeardownContext info) => story.Add("teardown");
}

internal sealed class StoryTaskLifetime(Story story) : FrostingTaskLifetime
{
    public override void Setup(ICakeContext context, ITaskSetupContext info) => story.Add("before " + info.Task.Name);

    public override void Teardown(ICakeContext context, ITaskTeardownContext info) => story.Add("after " + info.Task.Name);
}

internal sealed class OwnContext(ICakeContext context) : FrostingContext(context);

internal sealed class Disposed(Story story) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        story.Add("disposed");
        return ValueTask.CompletedTask;
    }
}

internal sealed class NeedsDisposed(Story story, Disposed resource) : FrostingTask
{
    public override void Run(ICakeContext context) => story.Add($"has a {resource.GetType().Name}");
}
