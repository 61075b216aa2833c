using Slipway.Testing.Engine;

namespace Slipway.Dockerfiles.Tests.Forecasting;

/// <summary>Histories of three repositories, each commit a change that a real one has.</summary>
internal static class Histories
{
    public static IReadOnlyList<Action<Fixture>> OneStage { get; } =
    [
        f =>
        {
            f["Dockerfile"] = """
                FROM @images/busybox:stable
                ARG VERSION=dev
                ENV VERSION=${VERSION}
                WORKDIR /srv/@run
                COPY app/ ./app/
                COPY requirements.txt setup.cfg ./
                RUN cat requirements.txt
                COPY . .
                RUN ls app
                LABEL a=1
                CMD ["app/main"]

                """;
            f[".dockerignore"] = "docs\n*.md\n!README.md\n";
            f["docs/a.txt"] = f["app/main.py"] = f["app/db.py"] = f["requirements.txt"] = f["setup.cfg"] = f["README.md"] = f["NEWS.md"] = "@run\n";
        },
        f => f.Append("app/main.py"),
        f => f.Append("docs/a.txt"),
        f => f.Append("NEWS.md"),
        f => f.Append("README.md"),
        f => f.Append("requirements.txt"),
        f => f.MakeExecutable("app/db.py"),
        _ => { },
        f => f.Add("app/deep/er/new.py"),
        f => f.Delete("app/deep/er/new.py"),
        f => f.Move("app/db.py", "app/data.py"),
        f => f.Edit("Dockerfile", "LABEL a=1", "LABEL a=2\nEXPOSE 80\nHEALTHCHECK NONE"),
        f => f.Edit("Dockerfile", "CMD", "# the program\nCMD"),
        f => f.Edit("Dockerfile", "RUN cat", "RUN  cat"),
        f => f.Edit("Dockerfile", "RUN ls app", "ENV LATE=1\nRUN ls app"),
        f => f.Edit("Dockerfile", "VERSION=dev", "VERSION=1.0"),
        f => f.Edit(".dockerignore", "docs\n", "docs\nsetup.py\n"),
        f => f.Add("setup.py"),
        f => f.Edit("Dockerfile", "COPY requirements.txt setup.cfg ./\nRUN  cat requirements.txt\n", "RUN true\nCOPY requirements.txt ./\nRUN cat requirements.txt\n"),
        f => f.Edit("Dockerfile", "ENV VERSION=${VERSION}\n", string.Empty),
        f => f.Append("app/main.py"),
    ];

    public static IReadOnlyList<Action<Fixture>> Stages { get; } =
    [
        f =>
        {
            f["Dockerfile"] = """
                # syntax is the engine's own
                ARG TAG=stable
                FROM @images/busybox:${TAG} AS tools
                WORKDIR /tools/@run
                COPY tools/*.sh ./
                RUN chmod +x *.sh

                FROM tools AS build
                WORKDIR /src
                COPY go.mod go.sum ./
                RUN cat go.mod go.sum > modules
                COPY src/ ./
                RUN cat *.go modules /tools/@run/* > /out-@run

                FROM @images/busybox:stable AS test
                COPY src/ /src/
                RUN ls /src

                FROM @images/busybox:stable
                ENV HOME=/home/app
                COPY --link assets/ /assets/
                COPY --from=build /out-@run /app
                COPY --from=tools /tools/@run /tools/
                RUN --mount=type=bind,source=config,target=/config cat /config/* > /settings
                RUN <<EOF
                cat /app
                EOF

                """;
            f["tools/a.sh"] = f["tools/b.sh"] = f["go.mod"] = f["go.sum"] = f["src/a.go"] = f["src/b.go"] = f["assets/x.css"] = f["config/c.ini"] = f["README.md"] = "@run\n";
        },
        f => f.Append("src/a.go"),
        f => f.Append("assets/x.css"),
        f => f.Append("config/c.ini"),
        f => f.Append("tools/a.sh"),
        f => f.Append("go.sum"),
        f => f.Append("README.md"),
        f => f.Add("tools/readme.txt"),
        f => f.Add("tools/c.sh"),
        f => f.Add("src/c.go"),
        f => f.Add("config/d.ini"),
        f => f.Edit("Dockerfile", "cat /app\n", "cat /app\necho more\n"),
        f => f.Edit("Dockerfile", "ENV HOME=/home/app", "ENV HOME=/home/user"),
        f => f.Edit("Dockerfile", "RUN ls /src", "RUN ls -l /src"),
        f => f.Edit("Dockerfile", "ARG TAG=stable", "ARG TAG=stable\nARG UNUSED=1"),
        f => f.Append("assets/x.css"),
        f => f.Edit("Dockerfile", "AS test", "AS tests"),
        f => f.Edit("Dockerfile", "AS tests", "AS test"),
        f => f.Edit("Dockerfile", "cat *.go", "sort *.go"),
        f => f.Edit("Dockerfile", "sort *.go", "cat *.go"),
        f => f.MakeExecutable("config/c.ini"),
        f => f.Append("go.mod"),
    ];

    public static IReadOnlyList<Action<Fixture>> Details { get; } =
    [
        f =>
        {
            f["Dockerfile"] = """
                FROM @images/busybox:stable AS base
                SHELL ["/bin/sh", "-ec"]
                RUN mkdir /@run
                USER 1000:1000
                WORKDIR /@run/home
                USER root
                COPY --chmod=755 bin/ /usr/local/bin/
                COPY --chown=1000:1000 ["a file.txt", "conf/*.conf", "/etc/app/"]
                ADD data/list.txt data/more.txt /data/
                COPY <<EOF /etc/motd
                hello @run
                EOF
                ARG NAME
                RUN ["cat", "/etc/motd"]
                ENV PATH=/opt/bin:$PATH \
                    # a comment in between
                    LANG=C
                RUN echo $PATH \
                # and another
                  && true

                """;
            f["bin/run"] = f["a file.txt"] = f["conf/a.conf"] = f["conf/b.txt"] = f["data/list.txt"] = f["data/more.txt"] = f["other"] = "@run\n";
        },
        f => f.Append("other"),
        f => f.Append("conf/b.txt"),
        f => f.Append("conf/a.conf"),
        f => f.Append("a file.txt"),
        f => f.MakeExecutable("bin/run"),
        f => f.Append("data/more.txt"),
        f => f.Edit("Dockerfile", "hello ", "welcome "),
        f => f.Edit("Dockerfile", "# a comment in between", "# another comment"),
        f => f.Edit("Dockerfile", "LANG=C\n", "LANG=C.UTF-8\n"),
        f => f.Edit("Dockerfile", "ARG NAME\n", "ARG NAME=x\n"),
        f => f.Edit("Dockerfile", "USER 1000:1000\nWORKDIR", "USER 2000\nWORKDIR"),
        f => f.Edit("Dockerfile", "--chown=1000:1000", "--chown=2000:2000"),
        f => f.Edit("Dockerfile", "[\"/bin/sh\", \"-ec\"]", "[\"/bin/sh\", \"-c\"]"),
        f => f.Edit("Dockerfile", "  && true", "     && true"),
        f => f.Add("conf/new.conf"),
        f => f.Edit("Dockerfile", "FROM @images".Replace("@images", Images.Prefix, StringComparison.Ordinal), "ARG HTTP_PROXY\nFROM " + Images.Prefix),
        f => f.Delete("conf/new.conf"),
        f => f.Edit("Dockerfile", "/data/\n", "/data/sub/\n"),
        f => f.Edit("Dockerfile", "ENV PATH=/opt/bin:$PATH \\\n    # another comment\n    LANG=C.UTF-8\n", "ENV LANG=C.UTF-8\nENV PATH=/opt/bin:$PATH\n"),
    ];
}
