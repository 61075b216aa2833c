namespace Cake.Frosting;

/// <summary>
/// Describes a task for <c>--description</c>. Not inherited.
/// </summary>
/// <param name="description">One line of text.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TaskDescriptionAttribute(string description) : Attribute
{
    /// <summary>Gets the description of the task.</summary>
    public string Description { get; } = description;
}
