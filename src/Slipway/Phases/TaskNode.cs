using System.Reflection;
using Cake.Frosting;

namespace Slipway.Phases;

/// <summary>A task and what it depends on.</summary>
/// <param name="Type">The class.</param>
/// <param name="DependsOn">The names of the tasks that come before it: what it names itself, and what names it.</param>
internal sealed record TaskNode(string Name, Type Type, IReadOnlyList<string> DependsOn)
{
    /// <summary>Whether it is one of Slipway's own.</summary>
    public bool IsOfSlipway => Type.Assembly == typeof(TaskNode).Assembly;

    /// <summary>What it does, as Cake's list of tasks says it; empty when the class does not say.</summary>
    public string Description => Type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? string.Empty;

    /// <summary>The name under which Cake.Frosting registers a class.</summary>
    public static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;
}
