namespace Slipway.Dockerfiles.Shell;

/// <summary>The options of programs with verbs that take a value and may stand before the verb.</summary>
internal static class VerbOptions
{
    public static IReadOnlyList<string> Of(string program) => program switch
    {
        "apt-get" or "apt" or "aptitude" => ["-o", "-c", "-t", "--option", "--config-file", "--target-release", "--default-release"],
        "apk" => ["-X", "--repository", "-p", "--root", "--arch", "--keys-dir"],
        "yum" or "dnf" or "microdnf" => ["-c", "--config", "--enablerepo", "--disablerepo", "--setopt", "--releasever", "--installroot"],
        "npm" => ["-C", "--prefix", "--loglevel", "--registry", "-w", "--workspace", "--cache", "--userconfig"],
        "pnpm" => ["-C", "--dir", "-F", "--filter", "--store-dir", "--loglevel"],
        "yarn" or "yarnpkg" => ["--cwd", "--cache-folder", "--network-timeout"],
        "bun" => ["--cwd"],
        "pip" or "pip3" => ["--cache-dir", "--proxy", "--retries", "--timeout", "--log"],
        "uv" => ["--project", "--directory", "--cache-dir", "--color", "--config-file"],
        "poetry" => ["-C", "--directory", "-P", "--project"],
        "go" => ["-C"],
        "gradle" or "gradlew" => ["-p", "--project-dir", "-b", "-c", "-g", "--gradle-user-home"],
        "composer" => ["-d", "--working-dir"],
        "git" => ["-C", "-c"],
        _ => [],
    };
}
