namespace Build.Chores.Testing;

/// <summary>Names the test project that a task runs.</summary>
/// <param name="name">The project's name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TestProjectAttribute(string name) : Attribute
{
    /// <summary>The project's name.</summary>
    public string Name { get; } = name;
}
