using System.Text.RegularExpressions;
using Slipway.Compose.Services;

namespace Slipway.Compose.Fronts.Reading;

/// <summary>Tells by which names the services of an application are reached: their own, their aliases, those of their containers.</summary>
internal sealed partial class ServiceNames
{
    private readonly Dictionary<string, string> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly ComposeService _asking;

    /// <param name="model">The application.</param>
    /// <param name="asking">The service that reaches the others; its environment fills in what its configuration leaves open.</param>
    public ServiceNames(ComposeModel model, ComposeService asking)
    {
        _asking = asking;
        foreach (var service in model.Services.Where(s => s.Name != asking.Name))
        {
            foreach (var name in service.Networks.SelectMany(n => n.Aliases).Append(service.ContainerName).OfType<string>())
            {
                _services.TryAdd(name, service.Name);
            }
        }

        foreach (var service in model.Services)
        {
            _services[service.Name] = service.Name;
        }

        _services.Remove(asking.Name);
    }

    /// <summary>The service that answers to a name, or null.</summary>
    public string? Find(string host) => _services.GetValueOrDefault(host.TrimEnd('.'));

    /// <summary>
    /// A text with the variables filled in that say where a service is. What else the environment holds may be secret, and stays a variable.
    /// </summary>
    public string Filled(string text) => Variable().Replace(
        text, m => _asking.Environment.TryGet(m.Groups["name"].Value, out var value) && IsPlace(value) ? value : m.Value);

    private bool IsPlace(string value) =>
        (value.Length is > 0 and <= 5 && value.All(char.IsAsciiDigit))
            || (Place().Match(value) is { Success: true } place && Find(place.Groups["host"].Value) is not null);

    [GeneratedRegex(@"\$\{(?<name>[A-Z_][A-Z0-9_]*)(?::?-[^}]*)?\}|\{\$(?<name>[A-Z_][A-Z0-9_]*)\}|\$(?<name>[A-Z_][A-Z0-9_]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex("^(?:https?://)?(?<host>[A-Za-z0-9][A-Za-z0-9_.-]*)(?::[0-9]{1,5})?/?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Place();
}
