using Slipway.Dockerfiles.Contexts;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>What the codes of hadolint and BuildKit mean where a guess at it goes wrong: each as these programs have it.</summary>
public sealed class MeaningSpecs
{
    private const string Base = "FROM debian:12\n";
    private const string Fedora = "FROM fedora:40\n";

    [Theory]
    [InlineData("DL3020", 1, Base + "ADD site.zip /srv/\n")]
    [InlineData("DL3020", 0, Base + "ADD site.tb2 /srv/\n")]
    [InlineData("DL3028", 0, "FROM ruby:3.3\nRUN gem install pg:1.5 -- --with-pg-config=/usr/bin/pg_config\n")]
    [InlineData("DL3028", 1, "FROM ruby:3.3\nRUN gem install pg -- --with-pg-config=/usr/bin/pg_config\n")]
    [InlineData("DL3038", 1, Fedora + "RUN dnf module install nodejs:18\n")]
    [InlineData("DL3038", 0, Fedora + "RUN dnf -y module install nodejs:18\n")]
    [InlineData("DL3041", 1, Fedora + "RUN dnf -y module install nodejs\n")]
    [InlineData("DL3041", 0, Fedora + "RUN dnf -y module install nodejs:18\n")]
    [InlineData("DL3040", 1, Fedora + "RUN dnf -y upgrade-minimal\n")]
    [InlineData("DL3040", 0, Fedora + "RUN dnf -y install curl-8 && rm -rf /var/cache/yum/*\n")]
    [InlineData("DL3040", 1, Fedora + "RUN dnf -y install curl-8 && microdnf clean all\n")]
    [InlineData("DL3033", 1, Fedora + "RUN yum -y module install nodejs\n")]
    [InlineData("DL3028", 0, "FROM ruby:3.3\nRUN gem install bundler:2.0.1 --use-system-libraries true\n")]
    [InlineData("DL3009", 1, Base + "RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl=8\n")]
    [InlineData("DL3025", 1, Base + "HEALTHCHECK --interval=5s CMD curl -f http://localhost/ || exit 1\n")]
    [InlineData("DL3025", 0, Base + "HEALTHCHECK CMD [\"/check\"]\n")]
    [InlineData("DL3025", 0, Base + "HEALTHCHECK NONE\n")]
    [InlineData("JSONArgsRecommended", 0, Base + "HEALTHCHECK CMD /check\n")]
    [InlineData("DL3042", 1, Base + "ENV PIP_NO_CACHE_DIR=no\nRUN pip install a==1\n")]
    [InlineData("DL3042", 1, Base + "RUN PIP_NO_CACHE_DIR=0 pip install a==1\n")]
    [InlineData("DL3042", 0, Base + "RUN PIP_NO_CACHE_DIR=1 pip install a==1\n")]
    [InlineData("DL3059", 0, Base + "RUN a && b\nRUN c\n")]
    [InlineData("DL3059", 1, Base + "RUN a\nRUN b\n")]
    [InlineData("DL3064", 1, "ARG NPM_TOKEN\nFROM debian:12\n")]
    [InlineData("SecretsUsedInArgOrEnv", 0, "ARG NPM_TOKEN\nFROM debian:12\n")]
    [InlineData("DL4006", 1, Base + "SHELL [\"/bin/sh\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("DL4006", 0, Base + "SHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a | b\n")]
    [InlineData("DL3013", 1, "FROM python:3\nRUN pipx install black\n")]
    [InlineData("DL3013", 0, "FROM python:3\nRUN pipx install black==24\n")]
    [InlineData("DL3042", 0, "FROM python:3\nRUN pipx install black==24\n")]
    [InlineData("DL3010", 1, Base + "COPY rootfs.tar /tmp/\nRUN tar -xf /tmp/rootfs.tar -C /opt\n")]
    [InlineData("DL3010", 1, Base + "COPY rootfs /tmp/rootfs.tgz\nRUN tar -xzf /tmp/rootfs.tgz\n")]
    [InlineData("DL3010", 0, Base + "COPY rootfs.tgz /tmp/other.tgz\nRUN tar -xzf /tmp/rootfs.tgz\n")]
    [InlineData("DL3010", 1, "# escape=`\nFROM windows:1\nCOPY files\\a.tar C:\\\nRUN tar -xf C:\\a.tar\n")]
    [InlineData("DL3045", 0, Base + "ONBUILD WORKDIR /app\nONBUILD COPY . app\n")]
    [InlineData("DL3045", 1, Base + "ONBUILD WORKDIR /app\nCOPY . app\n")]
    [InlineData("UndefinedVar", 1, Base + "COPY $FILES /x\nARG FILES=a\n")]
    [InlineData("UndefinedVar", 0, Base + "ARG FILES=a\nCOPY $FILES /x\n")]
    [InlineData("UndefinedVar", 1, Base + "ENV PATH=$PAHT:/app/bin\n")]
    [InlineData("UndefinedVar", 0, Base + "ENV PATH=$PATH:/app/bin\n")]
    public void A_code_means_what_it_means_in_its_own_program(string code, int findings, string text) => Linting.Lint(text).Of(code).Count.ShouldBe(findings);

    [Theory]
    [InlineData("# check=skip=SecretsUsedInArgOrEnv", 1)]
    [InlineData("#check=skip=SecretsUsedInArgOrEnv because it is none", 1)]
    [InlineData("# check=skip=all", 1)]
    [InlineData("# check=skip=secretsUsedInArgOrEnv", 2)]
    [InlineData("# check=skip=StageNameCasing", 2)]
    public void A_check_directive_above_an_instruction_is_for_that_one(string comment, int findings) =>
        Linting.Lint($"{Base}{comment}\nENV API_TOKEN=a\nENV OTHER_TOKEN=a\n").Of("SecretsUsedInArgOrEnv").Count.ShouldBe(findings);

    [Theory]
    [InlineData("skip=SecretsUsedInArgOrEnv", 0)]
    [InlineData("error=true", 1)]
    public void The_build_argument_stands_in_place_of_the_directive(string argument, int findings) =>
        Linting.Lint($"# check=skip=all\n{Base}ENV API_TOKEN=a\n", new BuildContext { CheckArgument = argument }).Of("SecretsUsedInArgOrEnv").Count.ShouldBe(findings);

    [Theory]
    [InlineData("# hadolint ignore=DL3006,FOO1", 1)]
    [InlineData("# hadolint ignore=DL3006,DL9999", 0)]
    [InlineData("# slipway ignore=DL3006,UndefinedVar", 0)]
    public void A_list_that_hadolint_does_not_take_for_one_silences_nothing(string comment, int findings) =>
        Linting.Lint($"{comment}\nFROM debian\n").Of("DL3006").Count.ShouldBe(findings);
}
