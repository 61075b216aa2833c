using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>
/// Configures a host in a class of its own; see <see cref="CakeHostExtensions.UseStartup{TStartup}"/>.
/// </summary>
public interface IFrostingStartup
{
    /// <summary>Adds to the services of the build. The last registration of a service wins.</summary>
    void Configure(IServiceCollection services);
}
