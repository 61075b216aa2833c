using Slipway.Dockerfiles.Tests.Corpora;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>What each package manager reads besides its manifests: known, or the reorder is refused.</summary>
public sealed class ReorderSpecs
{
    private const string Csproj = "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><ItemGroup><PackageReference Include=\"A\" /></ItemGroup></Project>";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "yarn install --immutable", ".yarnrc.yml=yarnPath: .yarn/releases/yarn-4.cjs|package.json={}|yarn.lock=", "yarnPath" },
        { "yarn install", ".yarn/plugins/x.cjs=|package.json={}|yarn.lock=", ".yarn/plugins" },
        { "yarn install", ".yarn/cache/x.zip=|package.json={}|yarn.lock=", ".yarn/cache" },
        { "yarn install", "package.json={\"dependencies\":{\"a\":\"portal:./libs/a\"}}|yarn.lock=", "portal:./libs/a" },
        { "yarn install", "package.json={\"dependencies\":{\"a\":\"patch:a@1#./p.patch\"}}|yarn.lock=", "patches" },
        { "yarn install", "package.json={\"resolutions\":{\"a\":\"patch:a@npm:1#~/p.patch\"}}|yarn.lock=", "patches" },
        { "yarn install", ".yarnrc=yarn-offline-mirror \"./mirror\"|package.json={}|yarn.lock=", ".yarnrc" },
        { "pnpm install", "package.json={\"pnpm\":{\"patchedDependencies\":{\"x@1\":\"patches/x.patch\"}}}|pnpm-lock.yaml=", "patches" },
        { "pnpm install", "package.json={}|pnpm-workspace.yaml=packages:\n  - libs/*\n|pnpm-lock.yaml=", "pnpm-workspace.yaml" },
        { "pnpm install", "package.json={}|.pnpmfile.cjs=|pnpm-lock.yaml=", ".pnpmfile.cjs" },
        { "pnpm install", "package.json={\"scripts\":{\"pnpm:devPreinstall\":\"x\"}}|pnpm-lock.yaml=", "pnpm:devPreinstall" },
        { "npm ci", "package.json={\"dependencies\":{\"a\":\"./libs/a\"}}|package-lock.json=", "./libs/a" },
        { "npm ci", "package.json={}|package-lock.json={\"packages\":{\"x\":{\"link\": true}}}", "package-lock.json" },
        { "npm ci", "package.json={}|.npmrc=cafile=./ca.pem|package-lock.json=", "cafile" },
        { "npm ci --ignore-scripts", "package.json={\"workspaces\":[\"libs/*\"]}|package-lock.json=", "workspaces" },
        { "npm install", "package.json={\"devDependencies\":{\"a\":\"file:../a\"}}", "file:../a" },
        { "dotnet restore", $"Shop.csproj={Csproj}|Other.csproj={Csproj}|global.json=", "which project" },
        { "dotnet restore", "Shop.sln=|Shop/Shop.csproj=x", "Shop.sln" },
        { "dotnet restore", "Shop.csproj=<Project><ItemGroup><ProjectReference Include=\"../x\" /></ItemGroup></Project>", "ProjectReference" },
        { "dotnet restore", $"Shop.csproj={Csproj}|Directory.Build.props=<Project><Import Project=\"eng/x.props\" /></Project>", "Import" },
        { "dotnet restore", $"Shop.csproj={Csproj}|nuget.config=<configuration><packageSources><add key=\"l\" value=\"./packages\" /></packageSources></configuration>", "folders" },
        { "dotnet restore", "global.json=|Directory.Packages.props=<Project/>", "which project" },
        { "pip install -r requirements.txt", "requirements.txt=libs/own\n", "libs/own" },
        { "pip install -r requirements.txt", "requirements.txt=wheels/a-1.whl\n", "a-1.whl" },
        { "uv sync", "pyproject.toml=[project]\nname='a'\n[tool.uv.sources]\nb = {path=\"libs/b\"}\n|uv.lock=", "folders" },
        { "pipenv install", "Pipfile=[packages]\na = {editable = true, path = \".\"}\n|Pipfile.lock=", "Pipfile" },
        { "bundle install", "Gemfile=eval_gemfile 'x'\n|Gemfile.lock=", "Gemfile" },
        { "bundle install", "Gemfile=gem 'a'\n|.bundle/config=|Gemfile.lock=", ".bundle" },
        { "composer install --no-scripts --no-autoloader", "composer.json={\"extra\":{\"patches\":{}}}|composer.lock=", "composer.json" },
        { "go mod download", "go.mod=module a\n|go.work=use .\n", "go.work" },
        { "pip install -r requirements.txt --constraint=c/c.txt", "requirements.txt=a\n|c/c.txt=", "c/c.txt" },
        { "pip install -r requirements.txt --no-index -f wheels", "requirements.txt=a\n|wheels/a.whl=", "wheels" },
        { "pip install -r requirements.txt -cc.txt", "requirements.txt=a\n|c.txt=", "c.txt" },
        { "npm ci --userconfig build/npmrc", "package.json={}|package-lock.json={}|build/npmrc=", "build/npmrc" },
        { "NODE_OPTIONS=\"--require /app/build/p.js\" npm ci", "package.json={}|package-lock.json={}|build/p.js=", "NODE_OPTIONS" },
        { "PIP_CONSTRAINT=c.txt pip install -r requirements.txt", "requirements.txt=a\n|c.txt=", "PIP_CONSTRAINT" },
        { "pnpm install", "package.json={}|pnpm-lock.yaml=patchedDependencies:\n  a:\n    path: patches/a.patch\n", "patches" },
        { "npm ci", "package.json={\"dependencies\":{\"@prisma/client\":\"5\"}}|package-lock.json={}|db/main.prisma=", "@prisma/client reads db/main.prisma" },
        { "pnpm install", "package.json={\"devDependencies\":{\"puppeteer\":\"22\"}}|pnpm-lock.yaml=|.puppeteerrc.cjs=", "puppeteer reads .puppeteerrc.cjs" },
        { "npm ci", "package.json={}|package-lock.json={}|node_modules/a/index.js=", "node_modules" },
    };

    [Theory]
    [InlineData("COPY ci/pip.conf /etc/pip.conf\nCOPY . .", "/etc/pip.conf")]
    [InlineData("COPY . .\nCOPY ci/netrc $HOME/.netrc", "$HOME/.netrc")]
    [InlineData("COPY . .\nCOPY --from=certificates /ca /usr/local/share/ca-certificates/", "/usr/local/share/ca-certificates/")]
    public void What_is_brought_to_another_place_than_the_sources_may_be_read(string copies, string place)
    {
        var finding = Linting.Lint(
            $"FROM python:3.13\nWORKDIR /app\n{copies}\nRUN pip install -r requirements.txt\n", Folder.Of(Files("requirements.txt=a|ci/pip.conf=|ci/netrc=|app.py="))).Of("SLD101")
            .ShouldHaveSingleItem();

        finding.Fix.IsRefused.ShouldBeTrue();
        finding.Fix.Reason.ShouldContain(place);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_installation_that_reads_more_is_left_where_it_is(string install, string files, string why)
    {
        var finding = Linting.Lint(Dockerfile(install), Folder.Of(Files(files))).Of("SLD101").ShouldHaveSingleItem();

        finding.Fix.IsRefused.ShouldBeTrue();
        finding.Fix.Reason.ShouldContain(why);
    }

    [Theory]
    [InlineData("yarn install --frozen-lockfile", "package.json={}|yarn.lock=", "package.json yarn.lock")]
    [InlineData("yarn install --immutable", "package.json={}|yarn.lock=__metadata:\n|.yarnrc.yml=nodeLinker: node-modules\n", "package.json yarn.lock .yarnrc.yml")]
    [InlineData("npm ci", "package.json={\"dependencies\":{\"a\":\"^1\"}}|package-lock.json={}|.npmrc=registry=https://r.example/\n", "package.json package-lock.json .npmrc")]
    [InlineData("pnpm install --frozen-lockfile", "package.json={}|pnpm-lock.yaml=", "package.json pnpm-lock.yaml")]
    [InlineData("pnpm install", "package.json={}|pnpm-lock.yaml=|pnpm-workspace.yaml=onlyBuiltDependencies:\n  - a\n", "package.json pnpm-lock.yaml pnpm-workspace.yaml")]
    [InlineData("dotnet restore", $"Shop.csproj={Csproj}|global.json=|Directory.Packages.props=<Project/>", "Shop.csproj global.json Directory.Packages.props")]
    [InlineData("dotnet restore", $"Shop.fsproj={Csproj}|packages.lock.json=", "Shop.fsproj packages.lock.json")]
    [InlineData("dotnet restore Shop.csproj", $"Shop.csproj={Csproj}|Shop.sln=", "Shop.csproj")]
    [InlineData("pipenv install --deploy", "Pipfile=[packages]\na = \"*\"\n|Pipfile.lock=", "Pipfile Pipfile.lock")]
    [InlineData("bundle install", "Gemfile=gem 'a'\n|Gemfile.lock=", "Gemfile Gemfile.lock")]
    public void An_installation_whose_files_are_known_is_moved(string install, string files, string copied) =>
        Linting.Fix(Dockerfile(install), Folder.Of(Files(files)), "SLD101").ShouldBe($"FROM x:1\nWORKDIR /app\nCOPY {copied} ./\nRUN {install}\nCOPY . .\n");

    [Theory]
    [InlineData("FROM mcr.microsoft.com/dotnet/sdk:8.0-nanoserver-ltsc2022\nWORKDIR /src\nCOPY *.csproj ./\nRUN dotnet restore\nUSER root\nCMD [\"a\"]\n")]
    [InlineData("# escape=`\nFROM x:1\nRUN npm ci\nCMD [\"a\"]\n")]
    [InlineData("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL [\"powershell\", \"-Command\"]\nRUN pip install a==1\nCMD [\"a\"]\n")]
    public void A_build_for_Windows_gets_no_mounts_and_no_users_of_Linux(string dockerfile)
    {
        var report = Linting.Lint(dockerfile, Folder.Of(("package.json", "{}")));

        report.Of("SLD102").ShouldBeEmpty();
        report.Of("SLD208").ShouldBeEmpty();
        report.Of("DL3002").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("yarn.lock=__metadata:\n  version: 8\n|package.json={}")]
    [InlineData("yarn.lock=|package.json={\"packageManager\": \"yarn@4.1.0\"}")]
    [InlineData("web/yarn.lock=__metadata:\n|web/package.json={}")]
    public void The_cache_of_yarn_2_and_later_is_not_that_of_yarn_1(string files) =>
        Linting.Lint("FROM node:22\nWORKDIR /app\nCOPY package.json yarn.lock ./\nRUN yarn install\n", Folder.Of(Files(files))).Of("SLD102")
            .ShouldHaveSingleItem().Fix.IsRefused.ShouldBeTrue();

    [Theory]
    [InlineData("devthefuture/dockerfile-x")]
    [InlineData("docker.io/devthefuture/dockerfile-x:1.4")]
    [InlineData("ghcr.io/acme/buildfile@sha256:00")]
    public void Another_frontend_gets_one_note_and_no_edit(string frontend)
    {
        var dockerfile = $"# syntax={frontend}\nFROM ./base#dev\nINCLUDE ./x\nRUN apt-get install x\n";
        var finding = Linting.Lint(dockerfile, Folder.Of(("a", ""))).ShouldHaveSingleItem();

        finding.Rule.Code.ShouldBe("SLD002");
        finding.Message.ShouldBe($"the file is written for {frontend} and is not checked");
    }

    [Theory]
    [InlineData("docker/dockerfile:1")]
    [InlineData("mirror.example/docker/dockerfile:1.7-labs")]
    [InlineData("docker/dockerfile-upstream:master")]
    public void Dockers_own_frontend_is_checked(string frontend) => Linting.Lint($"# syntax={frontend}\nFROM x:1\nRUNN a\n", Folder.Of(("a", ""))).Of("SLD001").ShouldNotBeEmpty();

    [Fact]
    public void A_context_that_compose_names_is_a_stage_to_copy_from_and_to_build_on()
    {
        var build = Folder.Of(("a", "")) with { NamedContexts = ["lib"] };

        Linting.Lint("FROM lib\nCOPY --from=lib x /x\n", build).Of("DL3022").ShouldBeEmpty();
        Linting.Lint("FROM lib\nCOPY --from=lib x /x\n", build).Of("DL3006").ShouldBeEmpty();
        Linting.Lint("FROM x:1\nCOPY --from=lob x /x\n", build).Of("DL3022").ShouldNotBeEmpty();
    }

    private static string Dockerfile(string install) => $"FROM x:1\nWORKDIR /app\nCOPY . .\nRUN {install}\n";

    private static (string, string)[] Files(string files) => [.. files.Split('|').Select(f => f.Split('=', 2)).Select(f => (f[0], f[1]))];
}
