using System.Reflection;
using Cake.Core;

namespace Cake.Frosting.Running;

/// <summary>What the class of a task declares: its attributes, its context, and which methods it overrides.</summary>
internal sealed record TaskShape
{
    public required Type Type { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required Type Context { get; init; }

    public required bool ContinuesOnError { get; init; }

    public required bool OverridesRun { get; init; }

    public required bool OverridesShouldRun { get; init; }

    public required bool OverridesOnError { get; init; }

    public required bool OverridesFinally { get; init; }

    /// <exception cref="FrostingException">The type is derived from neither base class of tasks.</exception>
    public static TaskShape Of(Type type)
    {
        var origin = BaseOf(type);
        var context = origin.GenericTypeArguments[0];
        var run = origin.GetGenericTypeDefinition() == typeof(FrostingTask<>) ? nameof(FrostingTask.Run) : nameof(AsyncFrostingTask.RunAsync);
        return new TaskShape
        {
            Type = type,
            Name = NameOf(type),
            Description = type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description,
            Context = context,
            ContinuesOnError = type.IsDefined(typeof(ContinueOnErrorAttribute), inherit: false),
            OverridesRun = Overrides(type, run, context),
            OverridesShouldRun = Overrides(type, nameof(FrostingTask.ShouldRun), context),
            OverridesOnError = Overrides(type, nameof(FrostingTask.OnError), typeof(Exception), context),
            OverridesFinally = Overrides(type, nameof(FrostingTask.Finally), context),
        };
    }

    public static string NameOf(Type type) => type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? type.Name;

    private static Type BaseOf(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.IsConstructedGenericType
                && (candidate.GetGenericTypeDefinition() == typeof(FrostingTask<>) || candidate.GetGenericTypeDefinition() == typeof(AsyncFrostingTask<>)))
            {
                return candidate;
            }
        }

        throw new FrostingException(
            $"The task '{type.FullName}' implements {nameof(IFrostingTask)} itself. Derive it from {nameof(FrostingTask)}<T> or "
                + $"{nameof(AsyncFrostingTask)}<T>.");
    }

    private static bool Overrides(Type type, string name, params Type[] parameters)
        => type.GetMethod(name, parameters) is { } method && method.GetBaseDefinition().DeclaringType != method.DeclaringType;
}
