using Cake.Core;

namespace Slipway.Graph.Tasks;

/// <summary>Locks between tasks.</summary>
public static class TaskLockExtensions
{
    /// <summary>Keeps the task from running at the same time as another task with this lock.</summary>
    /// <param name="builder">The task.</param>
    /// <param name="name">The name of the lock; case does not matter.</param>
    /// <returns>The same builder.</returns>
    public static CakeTaskBuilder WithLock(this CakeTaskBuilder builder, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        // Cake's tasks have no room for data of others. A criterion that always holds carries the name.
        return builder.WithCriteria(new TaskLock(name).AlwaysHolds);
    }

    /// <summary>The locks of a task: from <see cref="WithLock"/> and from <see cref="TaskLockAttribute"/> on the class that implements it.</summary>
    internal static IEnumerable<string> LocksOf(CakeTask task)
    {
        foreach (var criterion in task.Criterias)
        {
            if (criterion.Predicate.Target is TaskLock taskLock)
            {
                yield return taskLock.Name;
            }
        }

        foreach (var action in task.Actions)
        {
            if (action.Target?.GetType() is not { } type || !type.IsDefined(typeof(TaskLockAttribute), inherit: true))
            {
                continue;
            }

            foreach (TaskLockAttribute attribute in type.GetCustomAttributes(typeof(TaskLockAttribute), inherit: true))
            {
                yield return attribute.Name;
            }
        }
    }

    private sealed class TaskLock(string name)
    {
        public string Name { get; } = name;

        public bool AlwaysHolds(ICakeContext context) => Name.Length > 0;
    }
}
