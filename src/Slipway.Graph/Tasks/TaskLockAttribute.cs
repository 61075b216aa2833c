namespace Slipway.Graph.Tasks;

/// <summary>Names something that the task needs for itself: no two tasks with the same lock run at the same time.</summary>
/// <param name="name">The name of the lock; case does not matter.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class TaskLockAttribute(string name) : Attribute
{
    /// <summary>The name of the lock.</summary>
    public string Name { get; } = name;
}
