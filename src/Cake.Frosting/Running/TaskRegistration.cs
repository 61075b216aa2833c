using System.Reflection;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Running;

/// <summary>Registers tasks with the engine, each with no more than what its class overrides.</summary>
internal sealed class TaskRegistration(ICakeEngine engine, IFrostingContext context, ICakeLog log)
{
    private readonly Dictionary<string, Type> _registered = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="FrostingException">The name is taken, or a dependency is not a task.</exception>
    public void Register(IFrostingTask task)
    {
        var shape = TaskShape.Of(task.GetType());
        if (!shape.Context.IsInstanceOfType(context))
        {
            log.Warning(
                "The task '{0}' is left out: it needs a context of type {1}, and this build's is {2}.",
                shape.Name, shape.Context.FullName, context.GetType().FullName);
            return;
        }

        if (!_registered.TryAdd(shape.Name, shape.Type))
        {
            throw new FrostingException(
                $"Two tasks are called '{shape.Name}': {_registered[shape.Name].FullName} and {shape.Type.FullName}. Rename one with [TaskName].");
        }

        var builder = engine.RegisterTask(shape.Name);
        if (!string.IsNullOrWhiteSpace(shape.Description))
        {
            builder.Description(shape.Description);
        }

        if (shape.OverridesRun)
        {
            builder.Does(task.RunAsync);
        }

        if (shape.OverridesShouldRun)
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        if (shape.OverridesFinally)
        {
            builder.Finally(() => task.Finally(context));
        }

        RegisterErrorHandler(builder, task, shape);
        RegisterDependencies(builder, shape);
    }

    private void RegisterErrorHandler(CakeTaskBuilder builder, IFrostingTask task, TaskShape shape)
    {
        // Cake accepts one handler a task, so the attribute and the method have to share it.
        if (shape is { OverridesOnError: true, ContinuesOnError: true })
        {
            builder.OnError(e => HandleAndContinue(task, shape.Name, e));
        }
        else if (shape.OverridesOnError)
        {
            builder.OnError(e => task.OnError(e, context));
        }
        else if (shape.ContinuesOnError)
        {
            builder.ContinueOnError();
        }
    }

    private void HandleAndContinue(IFrostingTask task, string name, Exception exception)
    {
        try
        {
            task.OnError(exception, context);
        }
        // The attribute promises that the build goes on, also when the handler rethrows.
        catch (Exception rethrown)
        {
            log.Warning("The task '{0}' failed and the build goes on: {1}", name, rethrown.Message);
        }
    }

    private static void RegisterDependencies(CakeTaskBuilder builder, TaskShape shape)
    {
        foreach (var type in shape.Type.GetCustomAttributes<IsDependentOnAttribute>().Select(a => a.Task).Distinct())
        {
            builder.IsDependentOn(NameOfTask(shape, type));
        }

        foreach (var type in shape.Type.GetCustomAttributes<IsDependeeOfAttribute>().Select(a => a.Task).Distinct())
        {
            builder.IsDependeeOf(NameOfTask(shape, type));
        }
    }

    private static string NameOfTask(TaskShape shape, Type type)
        => type.IsAssignableTo(typeof(IFrostingTask))
            ? TaskShape.NameOf(type)
            : throw new FrostingException($"The task '{shape.Name}' names {type.FullName} as another task, and that class is not a valid task.");
}
