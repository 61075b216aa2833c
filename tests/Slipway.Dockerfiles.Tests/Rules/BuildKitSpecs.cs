using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Ignoring;
using Slipway.Dockerfiles.Linting;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>Each of BuildKit's checks with a file that it finds and one that it lets pass.</summary>
public sealed class BuildKitSpecs
{
    private const string Base = "FROM debian:12\n";

    public static TheoryData<string, string, string> Cases() => new()
    {
        { "StageNameCasing", "FROM debian:12 AS Build\n", "FROM debian:12 AS build\n" },
        { "FromAsCasing", "FROM debian:12 as build\n", "from debian:12 as build\n" },
        { "NoEmptyContinuation", Base + "RUN a \\\n\n && b\n", Base + "RUN a \\\n # c\n && b\n" },
        { "ConsistentInstructionCasing", Base + "RUN a\nrun b\n", "from debian:12\nrun a\n" },
        { "DuplicateStageName", "FROM debian:12 AS a\nFROM debian:12 AS A\n", "FROM debian:12 AS a\nFROM debian:12 AS b\n" },
        { "ReservedStageName", "FROM debian:12 AS scratch\n", "FROM scratch AS empty\n" },
        { "JSONArgsRecommended", Base + "ENTRYPOINT app\n", Base + "SHELL [\"/bin/bash\", \"-c\"]\nENTRYPOINT app\n" },
        { "MaintainerDeprecated", Base + "MAINTAINER me\n", Base },
        { "UndefinedArgInFrom", "FROM debian:$VERSON\n", "ARG VERSION=12\nFROM --platform=$BUILDPLATFORM debian:$VERSION\n" },
        { "WorkdirRelativePath", Base + "WORKDIR app\n", Base + "WORKDIR /srv\nWORKDIR app\n" },
        { "UndefinedVar", Base + "ENV FOLDER=/a\nCOPY x $FOLDR\n", Base + "ARG B\nENV FOLDER=/a PATH=$PATH:/b\nCOPY x $FOLDER/$B\n" },
        { "MultipleInstructionsDisallowed", Base + "CMD [\"a\"]\nCMD [\"b\"]\n", Base + "CMD [\"a\"]\n" },
        { "LegacyKeyValueFormat", Base + "ENV A b\n", Base + "ENV A=b\n" },
        { "RedundantTargetPlatform", "FROM --platform=${TARGETPLATFORM} debian:12\n", "FROM --platform=${BUILDPLATFORM} debian:12\n" },
        { "SecretsUsedInArgOrEnv", Base + "ARG API_KEY\n", Base + "ARG API_URL\n" },
        { "InvalidDefaultArgInFrom", "ARG TAG\nFROM debian:${TAG}\n", "ARG TAG=12\nFROM debian:${TAG}\n" },
        { "FromPlatformFlagConstDisallowed", "FROM --platform=linux/arm64 debian:12\n", "FROM --platform=linux/arm64 debian:12 AS build-arm64\n" },
        { "InvalidDefinitionDescription", "# The version.\nARG VERSION=1\nFROM debian:12\n", "# VERSION is the version.\nARG VERSION=1\nFROM debian:12\n" },
        { "ExposeProtoCasing", Base + "EXPOSE 80/TCP\n", Base + "EXPOSE 80/tcp\n" },
        { "ExposeInvalidFormat", Base + "EXPOSE 127.0.0.1:80:80\n", Base + "EXPOSE 80\n" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_flaw_is_found_and_its_absence_is_not(string code, string flawed, string clean)
    {
        Linting.Lint(flawed).Of(code).ShouldNotBeEmpty();
        Linting.Lint(clean).Of(code).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("secret", "COPY secret /", 1)]
    [InlineData("secret", "COPY other /", 0)]
    [InlineData("*", "COPY . /", 1)]
    [InlineData("*\n!app", "COPY . /", 0)]
    [InlineData("docs", "COPY docs/a.md /", 1)]
    public void Copying_what_is_ignored_is_found(string ignore, string copy, int findings)
    {
        var build = new BuildContext { Files = [], Ignore = IgnoreFile.Parse(ignore) };

        Linting.Lint(Base + copy + "\n", build).Of("CopyIgnoredFile").Count.ShouldBe(findings);
    }

    [Theory]
    [InlineData("linux/arm64", 1)]
    [InlineData("linux/amd64", 0)]
    public void A_base_image_for_another_platform_is_found(string platform, int findings)
    {
        var build = new BuildContext { TargetPlatform = "linux/amd64", ImagePlatforms = new Dictionary<string, string> { ["debian:12"] = platform } };

        Linting.Lint(Base, build).Of("InvalidBaseImagePlatform").Count.ShouldBe(findings);
    }

    [Fact]
    public void Every_check_of_BuildKit_has_a_case()
    {
        var names = DockerfileLinter.Rules.Select(r => r.Code).Where(c => !char.IsAsciiDigit(c[^1])).ToList();

        names.Count.ShouldBe(22);
        names.Except(Cases().Select(c => c.Data.Item1)).ShouldBe(["CopyIgnoredFile", "InvalidBaseImagePlatform"], ignoreOrder: true);
    }
}
