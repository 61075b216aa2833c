using System.Text.RegularExpressions;

namespace Cake.Docker.Tests;

/// <summary>Asks the docker of this machine whether it knows each option that settings become, and takes its value.</summary>
public sealed partial class OptionSpecs
{
    // What this docker refuses although the published settings have it.
    private static readonly string[] Refused =
    [
        // Of the builder before BuildKit.
        "image build --disable-content-trust", "image build --stream", "buildx build --disable-content-trust",

        // Docker wants DEVICE:NUMBER; the published properties are numbers.
        .. from command in new[] { "create", "run" }
           from option in new[] { "blkio-weight-device", "device-read-bps", "device-read-iops", "device-write-bps", "device-write-iops" }
           select $"{command} --{option}",
    ];

    public static TheoryData<string, Type> Commands()
    {
        var commands = new TheoryData<string, Type> { { "compose", typeof(DockerComposeSettings) } };
        var found = from method in AliasMethods.All()
                    // The published type of its settings is that of another command.
                    where method.Name != nameof(DockerAliases.DockerComposeStop)
                    from parameter in method.GetParameters()
                    where parameter.Name == "settings" && parameter.ParameterType != typeof(DockerComposeSettings)
                    select (Name: Command().Match(AliasMethods.ArgumentsOf(method)).Value, Settings: parameter.ParameterType);
        foreach (var (name, settings) in found.Distinct())
        {
            commands.Add(name, settings);
        }

        return commands;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Docker_takes_each_option_of_a_command(string command, Type settings)
    {
        Assert.SkipUnless(CommandLine.Exists, "There is no docker on this machine.");
        var options = OptionSamples.Of(settings).Where(words => !IsBare(words)).ToList();
        var refused = new List<string>();

        while (CommandLine.Complaint(command, options.SelectMany(words => words)) is { } complaint)
        {
            var option = Flag().Match(complaint).Value;
            options.RemoveAll(words => words[0].Split('=')[0] == option).ShouldBePositive(complaint);
            refused.Add($"{command} {option}");
        }

        refused.Except(Refused).ShouldBeEmpty();
    }

    // Flags in the published settings of compose, which would take the next word for their value.
    private static bool IsBare(string[] words) => words is ["--cap-add" or "--cap-drop" or "--scale"];

    [GeneratedRegex("^[a-z ]*[a-z]")]
    private static partial Regex Command();

    [GeneratedRegex("--[a-z0-9-]+|(?<=')-[a-z]")]
    private static partial Regex Flag();
}
