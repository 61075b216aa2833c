using System.Collections.Concurrent;
using Cake.Core;

namespace Slipway.Graph.Tasks;

/// <summary>Cake's data service, safe for tasks that run at the same time.</summary>
internal sealed class ConcurrentDataService : ICakeDataService
{
    private readonly ConcurrentDictionary<Type, object> _data = new();

    public TData Get<TData>()
        where TData : class =>
        _data.TryGetValue(typeof(TData), out var data)
            ? (TData)data
            : throw new InvalidOperationException("The context data has not been setup.");

    public void Add<TData>(TData value)
        where TData : class
    {
        if (!_data.TryAdd(typeof(TData), value))
        {
            throw new InvalidOperationException($"Context data of type '{typeof(TData).FullName}' has already been registered.");
        }
    }
}
