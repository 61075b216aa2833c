using Slipway.Dockerfiles.Forecasting;
using Slipway.Dockerfiles.Progress;
using Slipway.Dockerfiles.Stages;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Progress;

/// <summary>What builds print.</summary>
public sealed class BuildProgressSpecs
{
    private const string Printed = """
        #0 building with "default" instance using docker driver
        #1 [internal] load build definition from Dockerfile
        #1 DONE 0.0s
        #4 [bot  1/10] FROM docker.io/library/debian:bookworm-slim
        #4 CACHED
        #5 [bot  2/10] WORKDIR /srv
        #5 CACHED
        #6 [bot build 3/10] RUN --mount=type=cache,target=/var/cache/apt rm -f x &&     apt-get update && apt-get install -y curl
        #6 0.345 #7 DONE 99s is only what a program prints
        #6 ...
        #7 [bot 10/10] COPY a b
        #7 DONE 0.1s
        #6 [bot build 3/10] RUN --mount=type=cache,target=/var/cache/apt rm -f x &&     apt-get update && apt-get install -y curl
        #6 DONE 12.3s
        #8 exporting to image
        #8 DONE 0.4s
        #9 [bot 4/10] RUN false
        #9 ERROR: process "/bin/sh -c false" did not complete successfully: exit code: 1
        """;

    [Fact]
    public void Steps_are_read_with_what_became_of_them() =>
        Read(Printed).Steps.Select(s => (s.Label, s.Index, s.IsCached, s.Seconds)).ShouldBe([("bot", 2, true, 0), ("bot", 10, false, 0.1), ("bot build", 3, false, 12.3)]);

    [Fact]
    public void A_person_reads_what_the_cache_was_worth()
    {
        Read(Printed).Summary().ShouldBe("1 of 3 build steps cached; RUN --mount=type=cache,target=/var/cache/apt rm -f x && a... took 12.3 s");
        Read("#5 [2/2] RUN true\n#5 CACHED").Summary().ShouldBe("1 of 1 build steps cached");
        Read("pulling").Summary().ShouldBeNull();
    }

    [Fact]
    public void A_step_is_known_again_after_it_was_mended()
    {
        var times = StepTimes.None.With(Read(Printed).Steps);

        times.Of(Step("RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*")).ShouldBe(12.3);
        times.Of(Step("RUN apt-get install -y wget")).ShouldBeNull();
        times.Of(Step("COPY a  b")).ShouldBe(0.1);
        times.Of(Step("WORKDIR /srv")).ShouldBeNull("what was cached tells nothing");
    }

    private static BuildProgress Read(string text)
    {
        var progress = new BuildProgress();
        foreach (var line in text.Split('\n'))
        {
            progress.Read(line.TrimEnd('\r'));
        }

        return progress;
    }

    private static Step Step(string instruction) => StageReader.Read(Dockerfile.Parse(SourceText.From("Dockerfile", $"FROM a\n{instruction}\n")))[0].Steps[0];
}
