using Cake.Core;
using Cake.Core.IO;
using Slipway.Graph.Scopes;

namespace Slipway.Graph.Tasks;

/// <summary>Cake's environment, in which a working directory that a task sets is that task's only: a process has but one.</summary>
internal sealed class TaskEnvironment(ICakePlatform platform, ICakeRuntime runtime, TaskScopes scopes) : ICakeEnvironment
{
    private readonly CakeEnvironment _environment = new(platform, runtime);

    public DirectoryPath WorkingDirectory
    {
        get => scopes.Current?.WorkingDirectory ?? _environment.WorkingDirectory;
        set
        {
            if (scopes.Current is not { } scope)
            {
                _environment.WorkingDirectory = value;
            }
            else if (value.IsRelative)
            {
                throw new CakeException("Working directory can not be set to a relative path.");
            }
            else
            {
                scope.WorkingDirectory = value;
            }
        }
    }

    public DirectoryPath UserHomeDirectory => _environment.UserHomeDirectory;

    public DirectoryPath ApplicationRoot => _environment.ApplicationRoot;

    public ICakePlatform Platform => _environment.Platform;

    public ICakeRuntime Runtime => _environment.Runtime;

    public DirectoryPath GetSpecialPath(SpecialPath path) => _environment.GetSpecialPath(path);

    public string? GetEnvironmentVariable(string variable) => _environment.GetEnvironmentVariable(variable);

    public IDictionary<string, string?> GetEnvironmentVariables() => _environment.GetEnvironmentVariables();
}
