using System.Globalization;
using System.Reflection;
using Cake.Core.IO;

namespace Cake.Docker.Tests;

/// <summary>The options of settings with a value that docker takes, as it would get them.</summary>
internal static class OptionSamples
{
    private static readonly Dictionary<string, string> Values = new()
    {
        ["AddHost"] = "a:127.0.0.1",
        ["Attach"] = "stdout",
        ["AuxAddress"] = "a=127.0.0.1",
        ["CertExpiry"] = "1h",
        ["Device"] = "/dev/null",
        ["DeviceCgroupRule"] = "c 1:3 rwm",
        ["DispatcherHeartbeat"] = "1s",
        ["Dns"] = "127.0.0.1",
        ["DnsSearch"] = "example.org",
        ["DriverOpt"] = "a=b",
        ["ExternalCa"] = "protocol=cfssl,url=https://a",
        ["Filter"] = "name=a",
        ["Gateway"] = "127.0.0.1",
        ["HealthInterval"] = "1s",
        ["HealthStartPeriod"] = "1s",
        ["HealthTimeout"] = "1s",
        ["Ip"] = "127.0.0.1",
        ["Ip6"] = "::1",
        ["IpRange"] = "10.0.0.0/8",
        ["IpamOpt"] = "a=b",
        ["Link"] = "a:b",
        ["LinkLocalIp"] = "127.0.0.1",
        ["LogOpt"] = "a=b",
        ["Mount"] = "type=tmpfs,destination=/a",
        ["Opt"] = "a=b",
        ["StorageOpt"] = "size=1G",
        ["Subnet"] = "10.0.0.0/8",
        ["Sysctl"] = "net.core.somaxconn=1",
        ["Ulimit"] = "nofile=1",
    };

    /// <summary>For each option its words: the option, then its value if that is a word of its own.</summary>
    public static IEnumerable<string[]> Of(Type settings)
        => from property in settings.GetProperties()
           where property.DeclaringType == settings
           let words = Words(settings, property)
           where words.Length > 0
           select words;

    private static string[] Words(Type type, PropertyInfo property)
    {
        var builder = new ProcessArgumentBuilder();
        var settings = Activator.CreateInstance(type);
        property.SetValue(settings, Sample(property));
        typeof(ArgumentsBuilderExtension).GetMethod(nameof(ArgumentsBuilderExtension.AppendArguments))!.MakeGenericMethod(type).Invoke(null, [builder, settings, false]);
        return [.. builder.Select(argument => argument.Render()).SelectMany(text => text[0] == '-' ? text.Split(' ') : [text.Trim('"')])];
    }

    private static object Sample(PropertyInfo property) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        var type when type == typeof(bool) => true,
        var type when type == typeof(string) => Values.GetValueOrDefault(property.Name, "1"),
        var type when type == typeof(string[]) => new[] { Values.GetValueOrDefault(property.Name, "1") },
        var number => Convert.ChangeType(1, number, CultureInfo.InvariantCulture),
    };
}
