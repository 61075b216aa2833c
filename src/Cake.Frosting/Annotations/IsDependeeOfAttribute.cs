using System.Diagnostics.CodeAnalysis;

namespace Cake.Frosting;

/// <summary>
/// Says that this task runs before the other one, which needs not know of it. Repeatable and inherited.
/// </summary>
/// <param name="type">A class that implements <see cref="IFrostingTask"/>; any other type fails the run before its first task.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
[SuppressMessage("Design", "CA1019:Define accessors for attribute arguments", Justification = "The published parameter is called type and its property Task.")]
public sealed class IsDependeeOfAttribute(Type type) : Attribute
{
    /// <summary>Gets the type of the other task.</summary>
    public Type Task { get; } = type;
}
