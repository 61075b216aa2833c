using Slipway.Dockerfiles.Linting;
using Slipway.Dockerfiles.Tests.Corpora;
using Slipway.Findings.Sources;
using Slipway.Testing;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>The plan's application as the plan found it.</summary>
public sealed class HelloBotBeforeSpecs
{
    private static readonly string Sample = RepositoryFile.PathOf("samples/hello-bot-before");

    /// <summary>What the plan names about images, and what the sample's README adds.</summary>
    [Theory]
    [InlineData("SLD101", 8)]
    [InlineData("SLD102", 11)]
    [InlineData("SLD104", 4)]
    [InlineData("SLD105", 8)]
    [InlineData("SLD201", 14)]
    [InlineData("SLD204", 10)]
    [InlineData("SLD206", 13)]
    [InlineData("SLD207", 14)]
    [InlineData("SLD208", 14)]
    public void Every_flaw_is_found_in_its_line(string code, int line) => Lint().Findings.Of(code).Select(f => f.Start.Line).ShouldContain(line);

    [Fact]
    public void The_fixed_file_installs_before_it_copies()
    {
        var outcome = new DockerfileLinter(new()).Fix(Source(), Folder.Read(Sample));

        outcome.After.Text.ShouldBe(
            """
            ARG BASE=docker.io/library/debian:bookworm-slim
            FROM ${BASE}


            WORKDIR /srv/hello-bot
            COPY packages.txt ./
            RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt/lists,sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update && xargs apt-get install -y --no-install-recommends < packages.txt
            COPY app/ ./app/
            COPY migrations/ ./migrations/
            COPY alembic.ini packages.txt ./
            ARG VERSION=dev
            ENV VERSION=${VERSION}

            EXPOSE 8080
            CMD ["sh", "-c", "alembic upgrade head && exec python3 -m app.main"]

            """);
        outcome.Files.ShouldHaveSingleItem().Content.ShouldBe("# Only what the Dockerfile copies.\n*\n!alembic.ini\n!app\n!migrations\n!packages.txt\n**/__pycache__\n**/*.pyc\n");
    }

    [Fact]
    public void The_sample_as_it_should_be_has_none_of_these_flaws()
    {
        var folder = RepositoryFile.PathOf("samples/hello-bot");
        var report = new DockerfileLinter(new()).Lint(SourceText.From("Dockerfile", File.ReadAllBytes(Path.Combine(folder, "Dockerfile"))), Folder.Read(folder));

        report.Findings.Select(f => f.Rule.Code).Intersect(["SLD101", "SLD102", "SLD104", "SLD105", "SLD201", "SLD204", "SLD207", "SLD208"]).ShouldBeEmpty();
    }

    private static SourceText Source() => SourceText.From("Dockerfile", File.ReadAllBytes(Path.Combine(Sample, "Dockerfile")));

    private static DockerfileReport Lint() => new DockerfileLinter(new()).Lint(Source(), Folder.Read(Sample));
}
