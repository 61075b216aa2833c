using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.IO;

namespace Cake.Frosting.Running;

/// <summary>
/// Cake's settings. In rising order: what the build sets itself, CAKE_* variables, cake.config of the working directory, arguments.
/// </summary>
internal sealed class HostConfiguration : ICakeConfiguration
{
    private readonly ICakeConfiguration _merged;

    public HostConfiguration(IEnumerable<CakeSetting> settings, IFileSystem files, ICakeEnvironment environment, ICakeArguments arguments)
    {
        var own = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings)
        {
            own[setting.Key] = setting.Value;
        }

        var given = arguments.GetArguments().ToDictionary(
            a => a.Key,
            a => a.Value.FirstOrDefault() ?? string.Empty);

        _merged = new CakeConfigurationProvider(files, environment).CreateConfiguration(environment.WorkingDirectory, own, given);
    }

    public string GetValue(string key) => _merged.GetValue(key);
}
