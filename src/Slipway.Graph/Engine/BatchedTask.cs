using Cake.Core;

namespace Slipway.Graph.Engine;

/// <summary>A task of a batch.</summary>
/// <param name="Task">The task, as Cake knows it.</param>
/// <param name="IsTarget">Whether it is what the user asked for.</param>
/// <param name="Dependencies">The names of the tasks of the run that it waits for.</param>
internal sealed record BatchedTask(CakeTask Task, bool IsTarget, IReadOnlyList<string> Dependencies);
