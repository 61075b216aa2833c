using Slipway.Traffic.Slots;

namespace Slipway.Traffic.Proxies.Nginx;

/// <summary>The nginx variable of each service, which holds the slot that serves.</summary>
internal static class SlotVariables
{
    /// <summary>nginx takes letters, digits and underscores; services that differ in other characters only are numbered.</summary>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<Backend> backends)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        // nginx compares variable names without regard to case.
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var backend in backends)
        {
            var plain = "$slot_" + string.Concat(backend.Service.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
            var name = plain;
            for (var number = 2; !taken.Add(name); number++)
            {
                name = $"{plain}_{number}";
            }

            variables.Add(backend.Service, name);
        }

        return variables;
    }
}
