using Slipway.Dockerfiles.Shell;

namespace Slipway.Dockerfiles.Packages;

/// <summary>Tells which commands fetch packages.</summary>
internal static class PackageCalls
{
    public static IEnumerable<PackageCall> Of(ShellScript script) => script.Commands.Select(Of).OfType<PackageCall>();

    public static PackageCall? Of(ShellCommand command) => command.Name switch
    {
        "apt-get" or "apt" or "aptitude" when command.Verb is "install" or "build-dep" => System(PackageManagers.Apt, command),
        "apk" when command.Verb == "add" => System(PackageManagers.Apk, command),
        "dnf" or "microdnf" when command.Verb is "install" => System(PackageManagers.Dnf, command),
        "yum" when command.Verb is "install" => System(PackageManagers.Yum, command),
        "zypper" when command.Verb is "install" or "in" => System(PackageManagers.Zypper, command),
        "uv" when command.Verb == "sync" => Project(PackageManagers.Uv, command),
        "uv" when command.Verb == "pip" && command.Words.Any(w => w.Text is "install" or "sync") => Pip(PackageManagers.Uv, command),
        "poetry" when command.Verb is "install" or "sync" => Project(PackageManagers.Poetry, command),
        "pipenv" when command.Verb is "install" or "sync" => Project(PackageManagers.Pipenv, command),
        "npm" when command.Verb is "ci" or "clean-install" => Project(PackageManagers.Npm, command),
        "npm" when command.Verb is "install" or "i" => Node(PackageManagers.Npm, command),
        "pnpm" when command.Verb is "install" or "i" or "fetch" => Node(PackageManagers.Pnpm, command),
        "pnpm" or "npm" when command.Verb is "add" => Named(command.Name == "npm" ? PackageManagers.Npm : PackageManagers.Pnpm, command),
        "yarn" or "yarnpkg" when command.Verb is "" or "install" => Project(PackageManagers.Yarn, command),
        "yarn" when command.Verb is "add" or "global" => Named(PackageManagers.Yarn, command),
        "go" => Go(command),
        "cargo" when command.Verb is "build" or "fetch" or "check" or "test" or "install" => Cargo(command),
        "mvn" or "mvnw" when command.Words.Count > 1 => Maven(command),
        "gradle" or "gradlew" when command.Words.Count > 1 => Project(PackageManagers.Gradle, command, compiles: command.Verb != "dependencies"),
        "dotnet" when command.Verb is "restore" or "build" or "publish" or "test" =>
            Project(PackageManagers.NuGet, command, compiles: command.Verb != "restore"),
        "bundle" when command.Verb is "install" or "" => Project(PackageManagers.Bundler, command),
        "composer" when command.Verb is "install" or "update" => Project(PackageManagers.Composer, command),
        _ when IsPip(command) => Pip(PackageManagers.Pip, command),
        _ => null,
    };

    /// <summary>Whether it is <c>pip install</c> under one of its names.</summary>
    public static bool IsPip(ShellCommand command)
    {
        if (command.Name.StartsWith("pip", StringComparison.Ordinal) && command.Name.Skip(3).All(c => char.IsAsciiDigit(c) || c == '.'))
        {
            return command.Verb == "install";
        }

        return command.Name.StartsWith("python", StringComparison.Ordinal)
            && command.Words.Select(w => w.Text).SkipWhile(w => w != "-m").Take(2).SequenceEqual(["-m", "pip"])
            && command.Words.Any(w => w.Text == "install");
    }

    /// <summary>Whether a program may read what any package manager has fetched.</summary>
    public static bool MayReadPackages(ShellCommand command) =>
        command.Name.StartsWith("./", StringComparison.Ordinal)
            || command.Name is "make" or "cmake" or "java" or "node" or "npm"
            || command.Words is [{ Text: ['.', '/', ..] }, ..];

    /// <summary>The packages that a <c>pip install</c> names; files and the application itself left out.</summary>
    public static IReadOnlyList<ShellWord> PipOperands(ShellCommand command) =>
        [.. command.Operands(
            "-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-i", "--index-url", "--extra-index-url", "-f", "--find-links", "-t", "--target",
            "--prefix", "--root", "--platform", "--python-version", "--implementation", "--abi", "--only-binary", "--no-binary", "--proxy", "--timeout",
            "--retries", "--trusted-host", "--cert", "--client-cert", "--cache-dir", "--log", "--progress-bar", "--root-user-action", "--config-settings",
            "--global-option", "--src", "-b", "--build", "--python", "-m")
            .SkipWhile(w => w.Text != "install").Skip(1)];

    private static PackageCall System(PackageManager manager, ShellCommand command)
    {
        // xargs apt-get install < packages.txt: the packages stand in a file.
        var fed = command.Runner?.Name == "xargs" ? command.Redirections.Where(r => r.Operator == "<").Select(r => r.Target.Text).ToList() : [];
        return new(manager, command, fed.Count > 0, fed, Compiles: false);
    }

    private static PackageCall Project(PackageManager manager, ShellCommand command, bool compiles = false) =>
        new(manager, command, ReadsManifest: true, [], compiles);

    private static PackageCall Named(PackageManager manager, ShellCommand command) => new(manager, command, ReadsManifest: false, [], Compiles: false);

    private static PackageCall Node(PackageManager manager, ShellCommand command) =>
        command.Operands("--prefix", "-C", "--loglevel", "--registry", "--omit", "--include", "--filter", "-F").Count > 1 || command.HasOption("g", "global")
            ? Named(manager, command)
            : Project(manager, command);

    private static PackageCall Pip(PackageManager manager, ShellCommand command)
    {
        var files = new List<string>();
        var local = false;
        for (var index = 1; index < command.Words.Count; index++)
        {
            var text = command.Words[index].Text;
            var next = index + 1 < command.Words.Count ? command.Words[index + 1].Text : string.Empty;
            if (text is "-r" or "--requirement" or "-c" or "--constraint")
            {
                files.Add(next);
            }
            else if (text.StartsWith("--requirement=", StringComparison.Ordinal))
            {
                files.Add(text[14..]);
            }
            else if (text.StartsWith("-r", StringComparison.Ordinal) && text.Length > 2)
            {
                files.Add(text[2..]);
            }
            else if (text is "." or "./" || text.StartsWith(".[", StringComparison.Ordinal))
            {
                local = true;
            }
        }

        return new(manager, command, files.Count > 0 || local, files, Compiles: local);
    }

    private static PackageCall? Go(ShellCommand command) => command.Verb switch
    {
        "mod" when command.Words.Any(w => w.Text == "download") => Project(PackageManagers.Go, command),
        "build" or "test" => Project(PackageManagers.Go, command, compiles: true),
        "install" when command.Operands().Any(w => w.Text.StartsWith('.')) => Project(PackageManagers.Go, command, compiles: true),
        "install" or "get" => Named(PackageManagers.Go, command),
        _ => null,
    };

    private static PackageCall Cargo(ShellCommand command) =>
        command.Verb == "install" && command.OptionValue("path") is null
            ? Named(PackageManagers.Cargo, command)
            : Project(PackageManagers.Cargo, command, compiles: command.Verb != "fetch");

    private static PackageCall Maven(ShellCommand command) =>
        Project(
            PackageManagers.Maven, command,
            compiles: !command.Arguments.Where(w => !w.IsOption).All(w => w.Text.StartsWith("dependency:", StringComparison.Ordinal)));
}
