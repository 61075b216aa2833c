using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Docker;

/// <summary>
/// Runs any docker command.
/// </summary>
/// <typeparam name="TSettings">The options of the command.</typeparam>
public class GenericDockerRunner<TSettings> : DockerTool<TSettings>
    where TSettings : AutoToolSettings, new()
{
    /// <summary>Creates the runner.</summary>
    /// <param name="processRunner">What starts the process.</param>
    /// <param name="tools">What finds docker.</param>
    public GenericDockerRunner(IFileSystem fileSystem, ICakeEnvironment environment, IProcessRunner processRunner, IToolLocator tools)
        : base(fileSystem, environment, processRunner, tools)
    {
    }

    /// <summary>Runs a command.</summary>
    /// <param name="settings">Its options.</param>
    /// <param name="additional">Its arguments.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    public void Run(string command, TSettings settings, string[] additional)
        => Run(settings, ArgumentsOf(command, settings, additional), NewProcessSettings(), postAction: null);

    /// <summary>Runs a command of a command: <c>docker compose [core options] up [options] [arguments]</c>.</summary>
    /// <typeparam name="TCoreSettings">The options of the outer command.</typeparam>
    /// <param name="coreCommand">The outer command.</param>
    /// <param name="coreSettings">Its options.</param>
    /// <param name="command">The inner command.</param>
    /// <param name="settings">Its options.</param>
    /// <param name="additional">Its arguments.</param>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    public void Run<TCoreSettings>(string coreCommand, TCoreSettings coreSettings, string command, TSettings settings, string[] additional)
        where TCoreSettings : AutoToolSettings, new()
        => Run(settings, ArgumentsOf(coreCommand, coreSettings, command, settings, additional), NewProcessSettings(), postAction: null);

    /// <summary>Runs a command and reads what it prints.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="settings">Its options.</param>
    /// <param name="processOutput">Reads the lines of the standard output.</param>
    /// <param name="arguments">The arguments of the command.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    public T[] RunWithResult<T>(string command, TSettings settings, Func<IEnumerable<string>, T[]> processOutput, params string[] arguments)
        => Read(settings, ArgumentsOf(command, settings, arguments), processOutput);

    /// <summary>Runs a command of a command and reads what it prints.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <typeparam name="TCoreSettings">The options of the outer command.</typeparam>
    /// <param name="coreCommand">The outer command.</param>
    /// <param name="coreSettings">Its options.</param>
    /// <param name="command">The inner command.</param>
    /// <param name="settings">Its options.</param>
    /// <param name="processOutput">Reads the lines of the standard output.</param>
    /// <param name="arguments">The arguments of the inner command.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="CakeException">Docker was not found or failed.</exception>
    public T[] RunWithResult<T, TCoreSettings>(
        string coreCommand, TCoreSettings coreSettings, string command, TSettings settings, Func<IEnumerable<string>, T[]> processOutput,
        params string[] arguments)
        where TCoreSettings : AutoToolSettings, new()
        => Read(settings, ArgumentsOf(coreCommand, coreSettings, command, settings, arguments), processOutput);

    /// <summary>Runs a command with a text on its standard input.</summary>
    internal void RunWithInput(string command, TSettings settings, string[] additional, string input)
    {
        var process = NewProcessSettings();
        process.StandardInput = input;
        Run(settings, ArgumentsOf(command, settings, additional), process, postAction: null);
    }

    /// <summary>Runs a command of a command with the options of two settings before the inner command, which has none of its own.</summary>
    internal void RunWithBoth(string coreCommand, TSettings? first, TSettings? second, string command, string[] additional)
    {
        var builder = ArgumentsOf(coreCommand, first ?? new(), []);
        ArgumentsBuilderExtension.AppendArguments(builder, second ?? new(), preCommand: false);
        builder.AppendAll<EmptySettings>(command, null, additional);
        Run(first ?? second ?? new(), builder, NewProcessSettings(), postAction: null);
    }

    /// <summary>Runs a command whose arguments are taken as they are written, quotes included.</summary>
    internal string[] RunVerbatim(string command, TSettings settings, string arguments)
    {
        var builder = ArgumentsOf(command, settings, []);
        if (arguments.Length > 0)
        {
            builder.Append(arguments);
        }

        return Read(settings, builder, l => l.ToArray());
    }

    private T[] Read<T>(TSettings settings, ProcessArgumentBuilder arguments, Func<IEnumerable<string>, T[]> read)
    {
        var process = NewProcessSettings();
        process.RedirectStandardOutput = true;
        T[] result = [];
        Run(settings, arguments, process, s => result = read(s.GetStandardOutput()));
        return result;
    }

    private static ProcessSettings NewProcessSettings()
    {
        var process = new ProcessSettings();
        if (Attribute.IsDefined(typeof(TSettings), typeof(ExperimentalAttribute), inherit: true))
        {
            process.EnvironmentVariables = new Dictionary<string, string> { ["DOCKER_CLI_EXPERIMENTAL"] = "enabled" };
        }

        return process;
    }

    private static ProcessArgumentBuilder ArgumentsOf(string command, TSettings settings, string[] arguments)
    {
        var builder = new ProcessArgumentBuilder();
        builder.AppendAll(command, settings, arguments);
        return builder;
    }

    private static ProcessArgumentBuilder ArgumentsOf<TCoreSettings>(
        string coreCommand, TCoreSettings coreSettings, string command, TSettings settings, string[] arguments)
        where TCoreSettings : AutoToolSettings, new()
    {
        var builder = new ProcessArgumentBuilder();
        builder.AppendAll(coreCommand, coreSettings, []);
        builder.AppendAll(command, settings, arguments);
        return builder;
    }
}
