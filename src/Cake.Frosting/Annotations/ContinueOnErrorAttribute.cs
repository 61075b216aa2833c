namespace Cake.Frosting;

/// <summary>
/// Lets the build go on when the task fails. Tasks that depend on it run as if it had succeeded. Not inherited.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ContinueOnErrorAttribute : Attribute;
