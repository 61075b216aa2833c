using Slipway.Dockerfiles.Tests.Corpora;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>Cache mounts where the package manager looks, and reorders that bring each file to where it was.</summary>
public sealed class CachePlaceSpecs
{
    [Theory]
    [InlineData("FROM node:22\nENV PNPM_HOME=/pnpm\nRUN pnpm install", "/pnpm/store")]
    [InlineData("FROM node:22\nENV XDG_DATA_HOME=/d\nRUN pnpm install", "/d/pnpm/store")]
    [InlineData("FROM node:22\nENV NPM_CONFIG_CACHE=/n\nRUN npm ci", "/n")]
    [InlineData("FROM node:22\nARG npm_config_cache=/n\nRUN npm ci", "/n")]
    [InlineData("FROM python:3\nENV XDG_CACHE_HOME=/x/\nRUN pip install -r r.txt", "/x/pip")]
    [InlineData("FROM python:3\nENV HOME=/h\nRUN poetry install", "/h/.cache/pypoetry/cache and /h/.cache/pypoetry/artifacts")]
    [InlineData("FROM composer:2\nRUN composer install", "/tmp/cache")]
    [InlineData("FROM php:8\nENV COMPOSER_HOME=/c\nRUN composer install", "/c/cache")]
    [InlineData("FROM ruby:3\nENV GEM_HOME=/gems\nRUN bundle install", "/gems/cache")]
    [InlineData("FROM golang:1\nENV GOPATH=/g XDG_CACHE_HOME=/x\nRUN go mod download", "/g/pkg/mod and /x/go-build")]
    [InlineData("FROM rust:1\nENV CARGO_HOME=/c\nRUN cargo +nightly build", "/c/registry and /c/git")]
    [InlineData("FROM gradle:8\nENV GRADLE_USER_HOME=/u\nRUN ./gradlew -p app build", "/u/caches and /u/wrapper")]
    [InlineData("FROM debian:12\nRUN apt-get update && apt-get -o Acquire::Retries=3 install -y curl", "/var/cache/apt and /var/lib/apt/lists")]
    [InlineData("FROM node:22\nUSER node\nRUN npm ci", "/home/node/.npm")]
    public void The_mount_is_told_where_the_package_manager_looks(string text, string folder) =>
        Linting.Lint(text + "\n").Of("SLD102").ShouldHaveSingleItem().Message.ShouldEndWith(" at " + folder);

    [Theory]
    [InlineData("FROM node:22\nUSER node\nRUN npm ci", "--mount=type=cache,target=/home/node/.npm,uid=1000,gid=1000")]
    [InlineData("FROM node:22\nENV HOME=/h\nUSER 10:20\nRUN npm ci", "target=/h/.npm,uid=10")]
    [InlineData("FROM ruby:3\nENV BUNDLE_PATH=/b\nRUN bundle install", "BUNDLE_PATH")]
    [InlineData("FROM node:22\nRUN yarn install --immutable", "yarn 2")]
    [InlineData("FROM python:3\nRUN pip install --cache-dir /c -r r.txt", "/c")]
    [InlineData("FROM python:3\nRUN PIP_CACHE_DIR=/c pip install -r r.txt", "PIP_CACHE_DIR=/c")]
    [InlineData("FROM maven:3\nRUN mvn -Dmaven.repo.local=/r package", "/r")]
    [InlineData("FROM python:3\nENV UV_LINK_MODE=symlink\nRUN uv sync", "links into its cache")]
    [InlineData("FROM python:3\nRUN uv sync --link-mode=symlink", "links into its cache")]
    [InlineData("FROM rust:1\nRUN cargo fetch\nENV CARGO_NET_OFFLINE=true\nRUN cargo build", "takes the packages as they lie there", 2)]
    [InlineData("FROM golang:1\nRUN go mod download\nRUN --network=none go build", "takes the packages as they lie there", 2)]
    [InlineData("FROM maven:3\nCOPY lib /root/.m2/repository/lib\nRUN mvn package", "line 2 puts something there")]
    public void What_moves_the_cache_or_who_owns_it_refuses_the_mount(string text, string reason, int mounts = 1)
    {
        var findings = Linting.Lint(text + "\n").Of("SLD102").ToList();

        findings.Count.ShouldBe(mounts);
        findings[0].Fix.IsRefused.ShouldBeTrue();
        findings[0].Fix.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("COPY *.csproj ./\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish --no-restore", 2)]
    [InlineData("COPY Cargo.toml ./\nRUN cargo fetch\nCOPY . .\nRUN cargo build --offline", 2)]
    [InlineData("COPY pom.xml ./\nRUN mvn dependency:go-offline\nCOPY . .\nRUN mvn -o package", 2)]
    [InlineData("COPY pnpm-lock.yaml ./\nRUN pnpm fetch\nCOPY . .\nRUN pnpm install --offline", 2)]
    [InlineData("COPY . .\nRUN dotnet restore && dotnet publish --no-restore", 0)]
    [InlineData("COPY go.mod ./\nRUN go mod download\nCOPY . .\nRUN go build ./...", 0)]
    public void Packages_that_a_later_step_needs_at_hand_stay_in_the_image(string steps, int refused)
    {
        var findings = Linting.Lint($"FROM x:1\nWORKDIR /src\n{steps}\n").Of("SLD102");

        findings.Count(f => f.Fix.IsRefused && f.Fix.Reason.Contains("may be empty", StringComparison.Ordinal)).ShouldBe(refused);
    }

    [Theory]
    [InlineData("WORKDIR /app\nCOPY . .\nRUN pip install -r requirements/prod.txt", "COPY requirements/prod.txt ./requirements/")]
    [InlineData("WORKDIR /app\nCOPY src/ ./\nRUN pip install -r reqs/dev.txt", "COPY src/reqs/dev.txt ./reqs/")]
    [InlineData("WORKDIR /x\nCOPY src /app\nRUN pip install -r /app/reqs/dev.txt", "COPY src/reqs/dev.txt /app/reqs/")]
    [InlineData("WORKDIR /x\nCOPY src /app\nRUN pip install -r /app/all.txt", "COPY src/all.txt /app/")]
    [InlineData("WORKDIR /app\nCOPY a.py requirements/prod.txt ./\nRUN pip install -r prod.txt", "COPY requirements/prod.txt ./")]
    [InlineData("WORKDIR /app\nCOPY a.py ./\nCOPY requirements/prod.txt ./r.txt\nRUN pip install -r r.txt", "COPY requirements/prod.txt ./r.txt")]
    public void A_manifest_is_copied_to_where_it_was(string steps, string copy)
    {
        var build = Folder.Of(("a.py", "1\n"), ("requirements/prod.txt", "flask\n"), ("src/reqs/dev.txt", "flask\n"), ("src/all.txt", "flask\n"));

        Linting.Fix($"FROM x:1\n{steps}\n", build, "SLD101").ShouldContain(copy + "\nRUN pip");
    }

    [Theory]
    [InlineData("npm ci --prefix web")]
    [InlineData("npm --prefix web ci")]
    [InlineData("yarn --cwd web install")]
    [InlineData("poetry -C web install --no-root")]
    public void A_reorder_is_refused_where_the_installation_is_told_another_folder(string command)
    {
        var build = Folder.Of(("package.json", "{}"), ("package-lock.json", "{}"), ("yarn.lock", ""), ("pyproject.toml", "[project]\n"), ("web/package.json", "{}"), ("web/package-lock.json", "{}"));

        var fix = Linting.Lint($"FROM x:1\nWORKDIR /app\nCOPY . .\nRUN {command}\n", build).Of("SLD101").ShouldHaveSingleItem().Fix;

        fix.IsRefused.ShouldBeTrue();
        fix.Reason.ShouldContain("web");
    }

    [Fact]
    public void A_manifest_of_another_package_manager_is_no_source() =>
        Linting.Lint("FROM x:1\nCOPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY package.json ./\nRUN npm ci\nCOPY . .\n").Of("SLD101").ShouldBeEmpty();

    [Fact]
    public void Poetry_can_be_told_not_to_make_an_environment_before_it_installs() =>
        Linting.Fix("FROM x:1\nWORKDIR /srv\nCOPY . .\nRUN pip install poetry && poetry config virtualenvs.create false && poetry install --no-root\n", Folder.Of(("pyproject.toml", "[tool.poetry]\n"), ("poetry.lock", "")), "SLD101")
            .ShouldStartWith("FROM x:1\nWORKDIR /srv\nCOPY pyproject.toml poetry.lock ./\nRUN pip");

    [Theory]
    [InlineData("ENV HOME=/h\nRUN --mount=type=cache,target=/h/.npm npm ci && npm cache clean --force")]
    [InlineData("RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install && poetry cache clear . --all")]
    [InlineData("RUN --mount=type=cache,target=/root/.composer/cache composer install && composer clear-cache")]
    [InlineData("RUN --mount=type=cache,target=/go/pkg/mod go mod download && go clean -modcache")]
    [InlineData("RUN --mount=type=cache,target=/root/.cache/pip pip install -r x && rm -rf ~/.cache/pip")]
    [InlineData("USER node\nRUN --mount=type=cache,target=/home/node/.npm,uid=1000 npm ci && npm cache clean --force")]
    public void Emptying_the_mounted_cache_is_found_wherever_it_lies(string steps) => Linting.Lint($"FROM x:1\n{steps}\n").Of("SLD103").ShouldHaveSingleItem();
}
