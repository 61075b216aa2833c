namespace Slipway.Dockerfiles.Packages;

/// <summary>The package managers whose calls are understood.</summary>
internal static class PackageManagers
{
    public static PackageManager Apt { get; } = new("apt-get", ["/var/cache/apt", "/var/lib/apt/lists"], "", IsStore: false, []);

    public static PackageManager Apk { get; } = new("apk", ["/var/cache/apk"], "", IsStore: false, []);

    public static PackageManager Dnf { get; } = new("dnf", ["/var/cache/dnf"], "", IsStore: false, []);

    public static PackageManager Yum { get; } = new("yum", ["/var/cache/yum"], "", IsStore: false, []);

    public static PackageManager Zypper { get; } = new("zypper", ["/var/cache/zypp"], "", IsStore: false, []);

    public static PackageManager Pip { get; } = new("pip", ["~/.cache/pip"], "PIP_CACHE_DIR", IsStore: false, ["requirements.txt", "constraints.txt"]);

    public static PackageManager Uv { get; } = new("uv", ["~/.cache/uv"], "UV_CACHE_DIR", IsStore: false, ["pyproject.toml", "uv.lock", ".python-version"]);

    public static PackageManager Poetry { get; } = new(
        "poetry", ["~/.cache/pypoetry/cache", "~/.cache/pypoetry/artifacts"], "POETRY_CACHE_DIR", IsStore: false,
        ["pyproject.toml", "poetry.lock", "poetry.toml"]);

    public static PackageManager Pipenv { get; } = new("pipenv", ["~/.cache/pipenv"], "PIPENV_CACHE_DIR", IsStore: false, ["Pipfile", "Pipfile.lock"]);

    public static PackageManager Npm { get; } = new(
        "npm", ["~/.npm"], "npm_config_cache", IsStore: false, ["package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc"]);

    public static PackageManager Pnpm { get; } = new(
        "pnpm", ["~/.local/share/pnpm/store"], "", IsStore: false, ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc"]);

    public static PackageManager Yarn { get; } = new(
        "yarn", ["/usr/local/share/.cache/yarn"], "YARN_CACHE_FOLDER", IsStore: false, ["package.json", "yarn.lock", ".yarnrc", ".yarnrc.yml"]);

    public static PackageManager Go { get; } = new("go", ["/go/pkg/mod", "~/.cache/go-build"], "GOMODCACHE", IsStore: true, ["go.mod", "go.sum"]);

    public static PackageManager Cargo { get; } = new(
        "cargo", ["/usr/local/cargo/registry", "/usr/local/cargo/git"], "", IsStore: true, ["Cargo.toml", "Cargo.lock"]);

    public static PackageManager Maven { get; } = new("mvn", ["~/.m2/repository"], "", IsStore: true, ["pom.xml"]);

    public static PackageManager Gradle { get; } = new(
        "gradle", ["~/.gradle/caches", "~/.gradle/wrapper"], "GRADLE_USER_HOME", IsStore: true,
        ["build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", "gradle.properties", "gradlew"]);

    public static PackageManager NuGet { get; } = new(
        "dotnet", ["~/.nuget/packages"], "NUGET_PACKAGES", IsStore: true,
        [
            "*.csproj", "*.fsproj", "*.sln", "*.slnx", "NuGet.config", "nuget.config", "global.json", "Directory.Build.props",
            "Directory.Packages.props", "packages.lock.json",
        ]);

    public static PackageManager Bundler { get; } = new(
        "bundle", ["/usr/local/bundle/cache"], "", IsStore: false, ["Gemfile", "Gemfile.lock", ".ruby-version", "*.gemspec"]);

    public static PackageManager Composer { get; } = new(
        "composer", ["~/.composer/cache"], "COMPOSER_CACHE_DIR", IsStore: false, ["composer.json", "composer.lock", "symfony.lock"]);
}
