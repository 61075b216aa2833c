using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Slipway.Graph.Tasks;

/// <summary>Cake's repository of tools, safe for tasks that run at the same time.</summary>
internal sealed class ConcurrentToolRepository(ICakeEnvironment environment) : IToolRepository
{
    private readonly Lock _gate = new();
    private readonly ToolRepository _repository = new(environment);

    public void Register(FilePath path)
    {
        lock (_gate)
        {
            _repository.Register(path);
        }
    }

    // A copy: the list of the repository grows while a caller walks through it.
    public IEnumerable<FilePath> Resolve(string tool)
    {
        lock (_gate)
        {
            return [.. _repository.Resolve(tool)];
        }
    }
}
