namespace Cake.Frosting;

/// <summary>
/// Names a task. Without it the task has the name of its class. Not inherited.
/// </summary>
/// <param name="name">The name, compared without regard to case.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskNameAttribute(string name) : Attribute
{
    /// <summary>Gets the name of the task.</summary>
    public string Name { get; } = name;
}
