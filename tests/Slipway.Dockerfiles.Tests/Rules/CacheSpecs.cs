using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Tests.Corpora;

namespace Slipway.Dockerfiles.Tests.Rules;

public sealed class CacheSpecs
{
    private static readonly BuildContext Project = Folder.Of(
        ("requirements.txt", "flask==3\n"), ("pyproject.toml", "[project]\nname='a'\n"), ("uv.lock", ""), ("poetry.lock", ""), ("package.json", "{}"), ("package-lock.json", "{}"), ("yarn.lock", ""), ("pnpm-lock.yaml", ""),
        ("go.mod", ""), ("go.sum", ""), ("Gemfile", "gem 'rails'\n"), ("Gemfile.lock", ""), ("composer.json", "{}"), ("composer.lock", ""), ("app/main.py", ""), ("src/a.ts", ""));

    [Theory]
    [InlineData("COPY . .\nRUN pip install -r requirements.txt")]
    [InlineData("COPY . .\nRUN pip3 install --no-cache-dir -r requirements.txt")]
    [InlineData("COPY app/ ./app/\nRUN uv sync --frozen --no-dev")]
    [InlineData("COPY . .\nRUN uv pip install -r requirements.txt")]
    [InlineData("COPY . .\nRUN poetry install --no-root")]
    [InlineData("COPY . .\nRUN npm ci")]
    [InlineData("COPY . .\nRUN npm install")]
    [InlineData("COPY . .\nRUN pnpm install --frozen-lockfile")]
    [InlineData("COPY . .\nRUN yarn install")]
    [InlineData("COPY . .\nRUN go mod download")]
    [InlineData("COPY . .\nRUN go build ./...")]
    [InlineData("COPY . .\nRUN cargo build --release")]
    [InlineData("COPY . .\nRUN mvn package")]
    [InlineData("COPY . .\nRUN ./gradlew build")]
    [InlineData("COPY . .\nRUN dotnet publish -c Release")]
    [InlineData("COPY . .\nRUN dotnet restore")]
    [InlineData("COPY . .\nRUN bundle install")]
    [InlineData("COPY . .\nRUN composer install")]
    [InlineData("COPY app/ ./app/\nCOPY packages.txt ./\nRUN xargs apt-get install -y < packages.txt")]
    public void Sources_before_dependencies_are_found(string steps) => Linting.Lint($"FROM x:1\nWORKDIR /app\n{steps}\n", Project).Of("SLD101").ShouldNotBeEmpty();

    [Theory]
    [InlineData("COPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .")]
    [InlineData("COPY package*.json ./\nRUN npm ci\nCOPY . .\nRUN npm run build")]
    [InlineData("COPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build ./...")]
    [InlineData("COPY *.csproj ./\nRUN dotnet restore\nCOPY . .\nRUN dotnet publish --no-restore")]
    [InlineData("COPY pom.xml ./\nRUN mvn dependency:go-offline\nCOPY src ./src\nRUN mvn package")]
    [InlineData("COPY . .\nRUN --mount=type=cache,target=/usr/local/cargo/registry cargo build")]
    [InlineData("COPY . .\nRUN pip install flask")]
    [InlineData("COPY --from=build /app .\nRUN npm ci")]
    public void Dependencies_before_sources_are_fine(string steps) => Linting.Lint($"FROM x:1\nWORKDIR /app\n{steps}\n", Project).Of("SLD101").ShouldBeEmpty();

    [Theory]
    [InlineData("COPY . .\nRUN pip install -r requirements.txt\n", "COPY requirements.txt ./\nRUN pip install -r requirements.txt\nCOPY . .\n")]
    [InlineData("# All of it.\nCOPY --chown=1:1 . /app\nLABEL a=b\n# The packages.\nRUN npm ci\nCMD [\"a\"]\n", "COPY --chown=1:1 package.json package-lock.json /app/\n# The packages.\nRUN npm ci\n# All of it.\nCOPY --chown=1:1 . /app\nLABEL a=b\nCMD [\"a\"]\n")]
    [InlineData("COPY pyproject.toml uv.lock app/ ./\nRUN uv sync --frozen", "COPY pyproject.toml uv.lock ./\nRUN uv sync --frozen\nCOPY pyproject.toml uv.lock app/ ./\n")]
    [InlineData("COPY . .\nRUN go mod download\nRUN go build ./...\n", "COPY go.mod go.sum ./\nRUN go mod download\nCOPY . .\nRUN go build ./...\n")]
    public void Dependencies_are_moved_before_the_sources(string before, string after) =>
        Linting.Fix("FROM x:1\nWORKDIR /app\n" + before, Project, "SLD101").ShouldBe("FROM x:1\nWORKDIR /app\n" + after);

    [Theory]
    [InlineData("COPY . .\nRUN make && pip install -r requirements.txt", "can't be told what make reads")]
    [InlineData("COPY . .\nRUN python setup.py\nRUN pip install -r requirements.txt", "stands between")]
    [InlineData("COPY . .\nUSER app\nRUN pip install -r requirements.txt", "stands between")]
    [InlineData("COPY . .\nRUN pip install -r dev/other.txt", "can't be seen from here")]
    [InlineData("COPY --parents . .\nRUN pip install -r requirements.txt", "can't be seen from here")]
    [InlineData("COPY [\".\", \"a b/\"]\nRUN pip install -r 'a b/requirements.txt'", "blanks")]
    [InlineData("COPY . .\nRUN pip install .", "downloads and compiles")]
    [InlineData("COPY . .\nRUN cargo build", "downloads and compiles")]
    [InlineData("COPY . .\nRUN --mount=type=bind,target=/src pip install -r requirements.txt", "mounts the build context")]
    [InlineData("COPY . .\nRUN <<EOF\npip install -r requirements.txt\npython x.py\nEOF", "more than a list of commands")]
    public void A_reorder_that_could_miss_a_file_is_refused(string steps, string reason)
    {
        var finding = Linting.Lint($"FROM x:1\nWORKDIR /app\n{steps}\n", Project).Of("SLD101").ShouldHaveSingleItem();

        finding.Fix.IsRefused.ShouldBeTrue();
        finding.Fix.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("npm ci", "package.json", "{\"scripts\": {\"postinstall\": \"node x.js\"}}", "postinstall")]
    [InlineData("npm ci", "package.json", "{\"workspaces\": [\"a\"]}", "workspaces")]
    [InlineData("npm ci", "package.json", "{\"dependencies\": {\"a\": \"file:./a\"}}", "folders of the application")]
    [InlineData("pip install -r requirements.txt", "requirements.txt", "-r other.txt\n", "reads another file")]
    [InlineData("pip install -r requirements.txt", "requirements.txt", "./local\n", "reads another file")]
    [InlineData("uv sync", "pyproject.toml", "[build-system]\n", "--no-install-project")]
    [InlineData("poetry install", "pyproject.toml", "[tool.poetry]\n", "--no-root")]
    [InlineData("bundle install", "Gemfile", "gemspec\n", "own folders")]
    [InlineData("composer install", "composer.json", "{\"autoload\": {}}", "autoloader")]
    [InlineData("go mod download", "go.mod", "replace a => ./a\n", "replaces a module")]
    public void A_manifest_that_names_more_of_the_application_refuses_the_reorder(string command, string file, string text, string reason)
    {
        var finding = Linting.Lint($"FROM x:1\nWORKDIR /app\nCOPY . .\nRUN {command}\n", Folder.Of((file, text))).Of("SLD101").ShouldHaveSingleItem();

        finding.Fix.IsRefused.ShouldBeTrue();
        finding.Fix.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("RUN npm ci\n", "RUN --mount=type=cache,target=/root/.npm npm ci\n")]
    [InlineData("ENV PIP_CACHE_DIR=/c\nRUN pip install -r x\n", "ENV PIP_CACHE_DIR=/c\nRUN --mount=type=cache,target=/c pip install -r x\n")]
    [InlineData("ENV HOME=/h\nRUN uv sync\n", "ENV HOME=/h\nRUN --mount=type=cache,target=/h/.cache/uv uv sync\n")]
    [InlineData("RUN pip install --no-cache-dir -r x\n", "RUN --mount=type=cache,target=/root/.cache/pip pip install -r x\n")]
    [InlineData("RUN npm ci && npm cache clean --force\n", "RUN --mount=type=cache,target=/root/.npm npm ci\n")]
    [InlineData("RUN cargo build\n", "RUN --mount=type=cache,target=/usr/local/cargo/registry --mount=type=cache,target=/usr/local/cargo/git cargo build\n")]
    [InlineData(
        "RUN apt-get update \\\n # what we need\n && apt-get install -y curl=8 \\\n && apt-get clean \\\n && rm -rf /var/lib/apt/lists/*\n",
        "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update \\\n # what we need\n && apt-get install -y curl=8\n")]
    public void Package_managers_are_given_a_cache_mount_that_is_kept(string before, string after) => Linting.Fix("FROM x:1\n" + before, null, "SLD102", "SLD103").ShouldBe("FROM x:1\n" + after);

    [Theory]
    [InlineData("USER app\nRUN pip install -r x", "runs as app")]
    [InlineData("ENV PIP_NO_CACHE_DIR=1\nRUN pip install -r x", "PIP_NO_CACHE_DIR")]
    [InlineData("RUN apt-get install -y curl", "earlier step")]
    [InlineData("RUN apt-get update && apt-get install -y a\nRUN apt-get install -y b", "installs from the lists")]
    [InlineData("RUN mvn package\nCMD [\"mvn\", \"exec:java\"]", "isn't in the image")]
    [InlineData("RUN go build ./...\nRUN make test", "may read the packages")]
    [InlineData("RUN if true; then apt-get update && apt-get install -y a; fi", "more than a list")]
    [InlineData("ONBUILD RUN npm ci", "based on this image")]
    public void A_cache_mount_that_could_break_a_build_is_refused(string steps, string reason)
    {
        var finding = Linting.Lint($"FROM x:1\n{steps}\n").Of("SLD102")[0];

        finding.Fix.IsRefused.ShouldBeTrue();
        finding.Fix.Reason.ShouldContain(reason);
    }

    [Theory]
    [InlineData("RUN --mount=type=cache,target=/root/.cache/pip pip install -r x")]
    [InlineData("RUN --mount=type=cache,target=/root/.cache pip install -r x")]
    [InlineData("RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000 pip install -r x")]
    [InlineData("ENV GOPATH=/go\nRUN --mount=type=cache,target=/go/pkg/mod/cache go mod download")]
    public void A_cache_mount_is_recognised(string steps) => Linting.Lint($"FROM x:1\n{(steps.Contains("/home", StringComparison.Ordinal) ? "USER app\n" : string.Empty)}{steps}\n").Of("SLD102").ShouldBeEmpty();

    [Fact]
    public void What_changes_with_every_build_moves_behind_the_installation() =>
        Linting.Fix("FROM x:1\n# The release.\nARG VERSION=dev\nENV VERSION=${VERSION}\nCOPY a /a\nRUN apk add --no-cache curl=8\nCMD [\"a\"]\n", null, "SLD104")
            .ShouldBe("FROM x:1\nCOPY a /a\nRUN apk add --no-cache curl=8\n# The release.\nARG VERSION=dev\nENV VERSION=${VERSION}\nCMD [\"a\"]\n");

    [Theory]
    [InlineData("ARG VERSION\nRUN pip install app==$VERSION")]
    [InlineData("ARG VERSION\nCOPY app-$VERSION /app\nRUN npm ci")]
    [InlineData("ARG VERSION\nRUN ./configure\nRUN npm ci")]
    public void What_a_step_may_read_stays_before_it(string steps) => Linting.Lint($"FROM x:1\n{steps}\n").Of("SLD104").ShouldHaveSingleItem().Fix.IsRefused.ShouldBeTrue();

    [Theory]
    [InlineData("ARG PYTHON_VERSION=3\nRUN npm ci")]
    [InlineData("RUN npm ci\nARG VERSION")]
    public void What_changes_rarely_or_late_is_fine(string steps) => Linting.Lint($"FROM x:1\n{steps}\n").Of("SLD104").ShouldBeEmpty();

    [Theory]
    [InlineData("RUN apt-get update\nRUN apt-get install -y curl\n", "RUN apt-get update \\\n    && apt-get install -y curl\n")]
    [InlineData("RUN apt-get update\n\n# Tools.\nRUN apt-get install -y \\\n    curl\n", "RUN apt-get update \\\n# Tools.\n    && apt-get install -y \\\n    curl\n")]
    [InlineData("RUN apt-get update\n# One.\n#\n# Two.\nRUN apt-get install -y curl\n", "RUN apt-get update \\\n# One.\n#\n# Two.\n    && apt-get install -y curl\n")]
    public void Lists_and_installation_become_one_step(string before, string after) => Linting.Fix("FROM x:1\n" + before, null, "SLD107").ShouldBe("FROM x:1\n" + after);

    [Theory]
    [InlineData("RUN apt-get update\nCOPY a /a\nRUN apt-get install -y curl")]
    [InlineData("RUN apt-get update; ./x\nRUN apt-get install -y curl")]
    [InlineData("RUN apt-get update\nRUN apt-get install -y curl; ./x")]
    public void Steps_that_are_more_than_lists_and_installation_stay_apart(string steps) => Linting.Lint($"FROM x:1\n{steps}\n").Of("SLD107").ShouldHaveSingleItem().Fix.IsRefused.ShouldBeTrue();

    [Fact]
    public void A_missing_ignore_file_is_written_from_what_is_copied()
    {
        var build = Folder.Of(("app/main.py", "x"), ("packages.txt", "x"), ("README.md", new string('x', 5_000))) with { RepositoryBytes = 2_000_000, Commits = [["README.md"], ["app/main.py"]] };
        var finding = Linting.Lint("FROM x:1\nCOPY app/ packages.txt /srv/\n", build).Of("SLD105").ShouldHaveSingleItem();

        finding.Message.ShouldBe(".dockerignore is missing: 2 MB are sent that the build doesn't need, and 1 of the last 2 commits changed nothing else");
        finding.Fix.File!.Content.ShouldBe("# Only what the Dockerfile copies.\n*\n!app\n!packages.txt\n**/__pycache__\n**/*.pyc\n");
        var ignore = IgnoreFile.Parse(finding.Fix.File.Content);
        build.Files!.Where(f => !ignore.Ignores(f.Path)).Select(f => f.Path).ShouldBe(["app/main.py", "packages.txt"]);
    }

    [Fact]
    public void A_weak_ignore_file_and_a_wide_copy_are_found()
    {
        var build = Folder.Of((".dockerignore", "x\n"), ("node_modules/a.js", ""), ("tests/a.js", ""), ("app.js", ""));
        var found = Linting.Lint("FROM x:1\nCOPY . /srv/\n", build);

        found.Of("SLD106").ShouldHaveSingleItem().Message.ShouldContain("node_modules");
        found.Of("SLD108").ShouldHaveSingleItem().Message.ShouldContain("tests");
        Linting.Lint("FROM x:1\nCOPY app.js /srv/\n", build).Of("SLD108").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SLD109", "FROM golang:1\nCOPY . .\nRUN go build ./...\n", "FROM golang:1 AS b\nRUN go build ./...\nFROM scratch\nCOPY --from=b /a /a\n")]
    [InlineData("SLD109", "FROM debian:12\nRUN apt-get install -y gcc\n", "FROM debian:12\nRUN apt-get install -y gcc && pip install x && apt-get purge -y gcc\n")]
    [InlineData("SLD110", "FROM node:lts\n", "FROM node:22\n")]
    [InlineData("SLD110", "FROM node\n", "FROM debian:bookworm-slim\n")]
    [InlineData("SLD001", "FROM a b\n", "FROM a:1 AS b\n")]
    [InlineData("SLD001", "FROM a:1\nCOPY a\n", "FROM a:1\nCOPY a b\n")]
    [InlineData("SLD001", "FROM a:1\nCOPY --form=b a b\n", "FROM a:1\nCOPY --from=b a b\n")]
    [InlineData("SLD001", "FROM a:1\nRUNN a\n", "FROM a:1\nRUN <<EOF\na\nEOF\n")]
    [InlineData("SLD001", "FROM a:1\nEXPOSE web\n", "ARG P=1\nFROM a:1\nEXPOSE 80 81-90/udp $P \"70\" 1.2.3.4:80:80\n")]
    [InlineData("SLD001", "FROM a:1\nENV =b\n", "FROM a:1\nENV a=b c=\n")]
    [InlineData("SLD001", "FROM a:1\nHEALTHCHECK curl\n", "FROM a:1\nHEALTHCHECK NONE\n")]
    [InlineData("SLD001", "FROM a:1\nSHELL bash\n", "FROM a:1\nSHELL [\"bash\", \"-c\"]\n")]
    [InlineData("SLD202", "FROM a:1\nCMD npm install && node a.js\n", "FROM a:1\nRUN npm install\nCMD node a.js\n")]
    [InlineData("SLD202", "FROM a:1\nCMD [\"sh\", \"-c\", \"pip install -r r.txt && python a.py\"]\n", "FROM a:1\nCMD [\"python\", \"a.py\"]\n")]
    [InlineData("SLD203", "FROM a:1\nCMD npm run build && npm start\n", "FROM a:1\nCMD npm start\n")]
    [InlineData("SLD203", "FROM a:1\nCMD [\"go\", \"run\", \".\"]\n", "FROM a:1\nCMD [\"/app\"]\n")]
    [InlineData("SLD204", "FROM python:3\nCOPY a.py /\nCMD [\"python\", \"a.py\"]\n", "FROM python:3\nCOPY a.py /\nRUN python -m compileall /\nCMD [\"python\", \"a.py\"]\n")]
    [InlineData("SLD205", "FROM a:1\nHEALTHCHECK --interval=30s CMD a\n", "FROM a:1\nHEALTHCHECK --interval=30s --start-period=1m --start-interval=1s CMD a\n")]
    [InlineData("SLD206", "FROM a:1\nEXPOSE 80\n", "FROM a:1\nEXPOSE 80\nHEALTHCHECK CMD a\n")]
    [InlineData("SLD207", "FROM a:1\nCMD java $OPTS -jar a.jar\n", "FROM a:1\nCMD exec java $OPTS -jar a.jar\n")]
    [InlineData("SLD207", "FROM a:1\nCMD [\"sh\", \"-c\", \"a && b\"]\n", "FROM a:1\nCMD [\"sh\", \"-c\", \"a && exec b\"]\n")]
    [InlineData("SLD208", "FROM a:1\nCMD [\"a\"]\n", "FROM a:1\nUSER 1000\nCMD [\"a\"]\n")]
    public void A_flaw_is_found_and_its_absence_is_not(string code, string flawed, string clean)
    {
        Linting.Lint(flawed).Of(code).ShouldNotBeEmpty();
        Linting.Lint(clean).Of(code).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SLD205", "HEALTHCHECK CMD a\n", "HEALTHCHECK --start-period=30s --start-interval=1s CMD a\n")]
    [InlineData("SLD207", "CMD java $OPTS -jar a.jar\n", "CMD exec java $OPTS -jar a.jar\n")]
    [InlineData("SLD207", "CMD [\"sh\", \"-c\", \"alembic upgrade head && python -m app\"]\n", "CMD [\"sh\", \"-c\", \"alembic upgrade head && exec python -m app\"]\n")]
    [InlineData("DL3025", "ENTRYPOINT python app.py 'a b'\n", "ENTRYPOINT [\"python\", \"app.py\", \"a b\"]\n")]
    [InlineData("DL3014", "RUN apt-get install a\n", "RUN apt-get install -y a\n")]
    [InlineData("DL3020", "ADD --chown=1 a b /c/\n", "COPY --chown=1 a b /c/\n")]
    [InlineData("DL3021", "COPY a b c\n", "COPY a b c/\n")]
    [InlineData("DL3027", "RUN apt update && apt install -y a\n", "RUN apt-get update && apt-get install -y a\n")]
    [InlineData("DL3046", "RUN useradd -u 123456 a\n", "RUN useradd --no-log-init -u 123456 a\n")]
    [InlineData("DL4000", "MAINTAINER A <a@b.org>\n", "LABEL org.opencontainers.image.authors=\"A <a@b.org>\"\n")]
    [InlineData("DL4003", "CMD [\"a\"]\nCMD [\"b\"]\n", "CMD [\"b\"]\n")]
    [InlineData("LegacyKeyValueFormat", "ENV A b c\nLABEL x y\n", "ENV A=\"b c\"\nLABEL x=y\n")]
    [InlineData("ExposeProtoCasing", "EXPOSE 80/TCP\n", "EXPOSE 80/tcp\n")]
    [InlineData("ExposeInvalidFormat", "EXPOSE 80:81/tcp\n", "EXPOSE 81/tcp\n")]
    [InlineData("NoEmptyContinuation", "RUN a \\\n\n  # c\n\n && b\n", "RUN a \\\n  # c\n && b\n")]
    [InlineData("DL3000", "WORKDIR /a\nWORKDIR b\n", "WORKDIR /a\nWORKDIR /a/b\n")]
    [InlineData("ConsistentInstructionCasing", "RUN a\nrun b\n", "RUN a\nRUN b\n")]
    public void A_fix_changes_what_it_says(string code, string before, string after) => Linting.Fix("FROM x:1\n" + before, null, code).ShouldBe("FROM x:1\n" + after);

    [Theory]
    [InlineData("DL3025", "CMD java $OPTS -jar a.jar")]
    [InlineData("DL3025", "CMD a && b")]
    [InlineData("DL3025", "CMD a > b")]
    [InlineData("DL3025", "ENTRYPOINT [\"x\"]\nCMD a b")]
    [InlineData("SLD103", "RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && rm -rf /var/lib/apt/lists/* /tmp/x")]
    [InlineData("SLD207", "CMD a | b")]
    [InlineData("SLD207", "CMD a && b || c")]
    [InlineData("SLD207", "CMD a & b")]
    [InlineData("DL3020", "ADD *.x /c/")]
    [InlineData("LegacyKeyValueFormat", "ENV A \"b\" c")]
    [InlineData("DL4000", "MAINTAINER $A")]
    public void A_fix_that_might_change_more_is_refused(string code, string steps)
    {
        var finding = Linting.Lint($"FROM x:1\n{steps}\n").Of(code)[^1];

        finding.Fix.IsRefused.ShouldBeTrue();
        finding.Fix.Reason.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void An_old_syntax_keeps_flags_away_that_it_does_not_know()
    {
        Linting.Lint("# syntax=docker/dockerfile:1.4\nFROM a:1\nHEALTHCHECK CMD a\n").Of("SLD205").ShouldHaveSingleItem().Fix.Reason.ShouldContain("1.4");
        Linting.Lint("# syntax=docker/dockerfile:1.1\nFROM a:1\nRUN npm ci\n").Of("SLD102").ShouldHaveSingleItem().Fix.IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Nothing_is_mended_in_a_file_that_the_engine_refuses()
    {
        const string Text = "FROM x:1\nHEALTHCHECK --interval=1m CMD a\nRUNN npm ci\nRUN npm ci\nCMD a\n";

        Linting.Fix(Text).ShouldBe(Text);
        Linting.Lint(Text).Of("SLD102").ShouldHaveSingleItem().Fix.Reason.ShouldContain("line 3");
    }
}
