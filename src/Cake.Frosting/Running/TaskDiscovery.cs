using System.Reflection;

namespace Cake.Frosting.Running;

/// <summary>Finds the tasks of assemblies: their public classes that can be created.</summary>
internal static class TaskDiscovery
{
    public static IEnumerable<Type> FindIn(IEnumerable<Assembly> assemblies)
        => assemblies.SelectMany(a => a.GetExportedTypes()).Where(IsTask);

    private static bool IsTask(Type type)
        => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IFrostingTask));
}
