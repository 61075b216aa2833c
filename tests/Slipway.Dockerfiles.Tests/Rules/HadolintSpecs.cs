using Slipway.Dockerfiles.Linting;

namespace Slipway.Dockerfiles.Tests.Rules;

/// <summary>Each of hadolint's rules with a file that it finds and one that it lets pass.</summary>
public sealed class HadolintSpecs
{
    private const string Base = "FROM debian:12\n";

    public static TheoryData<string, string, string> Cases() => new()
    {
        { "DL1001", "# hadolint ignore=DL3006\nFROM debian\n", Base },
        { "DL3000", Base + "WORKDIR app\n", Base + "WORKDIR /app\n" },
        { "DL3001", Base + "RUN vim /etc/hosts\n", Base + "RUN echo vim\n" },
        { "DL3002", Base + "USER root\n", Base + "USER root\nUSER app\n" },
        { "DL3003", Base + "RUN cd /tmp && ls\n", Base + "RUN ls /tmp\n" },
        { "DL3004", Base + "RUN sudo ls\n", Base + "RUN ls # sudo\n" },
        { "DL3006", "FROM debian\n", "FROM debian:12 AS base\nFROM base\n" },
        { "DL3007", "FROM debian:latest\n", "FROM debian:latest@sha256:0123456789abcdef\n" },
        { "DL3008", Base + "RUN apt-get install -y curl\n", Base + "RUN apt-get install -y -t sid curl=8.1 ./x.deb\n" },
        { "DL3009", Base + "RUN apt-get update && apt-get install -y curl\n", Base + "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n" },
        { "DL3010", Base + "COPY app.tar.gz /tmp/\nRUN tar -xzf /tmp/app.tar.gz\n", Base + "COPY app.tar.gz /tmp/\nRUN ls\n" },
        { "DL3011", Base + "EXPOSE 80000\n", Base + "EXPOSE 8000-8010/tcp\n" },
        { "DL3012", Base + "HEALTHCHECK CMD a\nHEALTHCHECK CMD b\n", Base + "HEALTHCHECK CMD a\n" },
        { "DL3013", Base + "RUN pip install flask\n", Base + "RUN pip install flask==3.0 -r requirements.txt\n" },
        { "DL3014", Base + "RUN apt-get install curl=1\n", Base + "RUN apt-get -y install curl=1\n" },
        { "DL3015", Base + "RUN apt-get install -y curl=1\n", Base + "RUN apt-get install -y --no-install-recommends curl=1\n" },
        { "DL3016", Base + "RUN npm install express\n", Base + "RUN npm install express@4 @scope/name@1.2 ./local\n" },
        { "DL3018", Base + "RUN apk add curl\n", Base + "RUN apk add --no-cache curl=8 -t .build gcc~=13\n" },
        { "DL3019", Base + "RUN apk add curl=8\n", Base + "RUN apk add --no-cache curl=8\n" },
        { "DL3020", Base + "ADD app /app\n", Base + "ADD app.tar.gz https://example.com/x /app/\n" },
        { "DL3021", Base + "COPY a b /c\n", Base + "COPY a b /c/\n" },
        { "DL3022", Base + "COPY --from=other /a /b\n", "FROM debian:12 AS other\nFROM debian:12\nCOPY --from=other /a /b\nCOPY --from=0 /a /c\nCOPY --from=nginx:1 /a /d\n" },
        { "DL3023", "FROM debian:12 AS one\nCOPY --from=one /a /b\n", "FROM debian:12 AS one\nFROM debian:12\nCOPY --from=one /a /b\n" },
        { "DL3024", "FROM debian:12 AS one\nFROM debian:12 AS one\n", "FROM debian:12 AS one\nFROM debian:12 AS two\n" },
        { "DL3025", Base + "CMD python app.py\n", Base + "CMD [\"python\", \"app.py\"]\n" },
        { "DL3027", Base + "RUN apt update\n", Base + "RUN apt-get update\n" },
        { "DL3028", Base + "RUN gem install bundler\n", Base + "RUN gem install bundler:2.1 && gem install rake -v 1.0\n" },
        { "DL3029", "FROM --platform=linux/amd64 debian:12\n", "FROM --platform=$BUILDPLATFORM debian:12\n" },
        { "DL3030", Base + "RUN yum install httpd-2\n", Base + "RUN yum install -y httpd-2\n" },
        { "DL3032", Base + "RUN yum install -y httpd-2\n", Base + "RUN yum install -y httpd-2 && yum clean all\n" },
        { "DL3033", Base + "RUN yum install -y httpd\n", Base + "RUN yum install -y httpd-2.24.2\n" },
        { "DL3034", Base + "RUN zypper install httpd=2\n", Base + "RUN zypper -n install httpd=2\n" },
        { "DL3035", Base + "RUN zypper dist-upgrade\n", Base + "RUN zypper refresh\n" },
        { "DL3036", Base + "RUN zypper install -y httpd=2\n", Base + "RUN zypper install -y httpd=2 && zypper clean\n" },
        { "DL3037", Base + "RUN zypper install -y httpd\n", Base + "RUN zypper install -y 'httpd>=2'\n" },
        { "DL3038", Base + "RUN dnf install httpd-2\n", Base + "RUN dnf install -y httpd-2\n" },
        { "DL3040", Base + "RUN dnf install -y httpd-2\n", Base + "RUN dnf install -y httpd-2 && dnf clean all\n" },
        { "DL3041", Base + "RUN microdnf install -y httpd\n", Base + "RUN dnf install -y httpd-2.24\n" },
        { "DL3042", Base + "RUN pip install flask==3\n", Base + "RUN pip install --no-cache-dir flask==3\n" },
        { "DL3043", Base + "ONBUILD FROM debian\n", Base + "ONBUILD RUN ls\n" },
        { "DL3044", Base + "ENV A=1 B=$A\n", Base + "ENV A=1\nENV B=$A\n" },
        { "DL3045", Base + "COPY a b\n", Base + "WORKDIR /app\nCOPY a b\n" },
        { "DL3046", Base + "RUN useradd -u 123456 app\n", Base + "RUN useradd -l -u 123456 app && useradd -u 1000 other\n" },
        { "DL3047", Base + "RUN wget https://example.com/x\n", Base + "RUN wget -q https://example.com/x\n" },
        { "DL3048", Base + "LABEL Maintainer=me\n", Base + "LABEL org.example.maintainer=me\n" },
        { "DL3057", Base + "CMD [\"a\"]\n", Base + "HEALTHCHECK CMD a\n" },
        { "DL3059", Base + "RUN mkdir /a\nRUN mkdir /b\n", Base + "RUN mkdir /a && mkdir /b\nCOPY a /a\nRUN ls\n" },
        { "DL3060", Base + "RUN yarn install\n", Base + "RUN yarn install && yarn cache clean\n" },
        { "DL3061", "RUN ls\nFROM debian:12\n", "ARG A\nFROM debian:12\n" },
        { "DL3062", Base + "RUN go install example.com/tool@latest\n", Base + "RUN go install example.com/tool@v1.2.3\n" },
        { "DL3063", "FROM debian:12 AS context\n", "FROM debian:12 AS build\n" },
        { "DL3064", Base + "ENV DB_PASSWORD=x\n", Base + "ENV DB_HOST=x PUBLIC_KEY=y TOKEN_FILE=/z\n" },
        { "DL3065", "FROM --platform=$TARGETPLATFORM debian:12\n", "FROM --platform=$BUILDPLATFORM debian:12\n" },
        { "DL3066", Base + "USER app\n", Base + "USER 1000:1000\n" },
        { "DL3067", "FROM debian:12 AS a\nFROM debian:12\nCOPY --from=a / /\n", "FROM debian:12 AS a\nFROM debian:12\nCOPY --from=a /x /\n" },
        { "DL4000", Base + "MAINTAINER me\n", Base + "LABEL maintainer=me\n" },
        { "DL4001", Base + "RUN wget -q x\nRUN curl y\n", Base + "RUN curl x\nRUN curl y\n" },
        { "DL4003", Base + "CMD [\"a\"]\nCMD [\"b\"]\n", "FROM debian:12 AS a\nCMD [\"a\"]\nFROM debian:12\nCMD [\"b\"]\n" },
        { "DL4004", Base + "ENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]\n", Base + "ENTRYPOINT [\"a\"]\n" },
        { "DL4005", Base + "RUN ln -sf /bin/bash /bin/sh\n", Base + "RUN ln -s /a /b\n" },
        { "DL4006", Base + "RUN curl x | tar x\n", Base + "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN curl x | tar x\n" },
    };

    public static TheoryData<string, string, string> LabelCases() => new()
    {
        { "DL3049", "LABEL a=b", "LABEL name=x url=https://x.org time=2026-01-02T03:04:05Z licence=MIT commit=0123abc version=1.2.3 mail=a@b.org" },
        { "DL3050", "LABEL other=x", "LABEL name=x" },
        { "DL3051", "LABEL name=\"\"", "LABEL name=\"x\"" },
        { "DL3052", "LABEL url=nowhere", "LABEL url=\"https://example.com/a?b\"" },
        { "DL3053", "LABEL time=yesterday", "LABEL time=2026-11-22T10:00:00+01:00" },
        { "DL3054", "LABEL licence=Mine", "LABEL licence=\"Apache-2.0 OR MIT\"" },
        { "DL3055", "LABEL commit=HEAD", "LABEL commit=0123456789abcdef0123456789abcdef01234567" },
        { "DL3056", "LABEL version=one", "LABEL version=1.0.0-rc.1+5" },
        { "DL3058", "LABEL mail=nobody", "LABEL mail=a@example.com" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_flaw_is_found_and_its_absence_is_not(string code, string flawed, string clean)
    {
        Linting.Lint(flawed).Of(code).ShouldNotBeEmpty();
        Linting.Lint(clean).Of(code).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(LabelCases))]
    public void A_label_is_held_to_the_configuration(string code, string flawed, string clean)
    {
        var settings = HadolintFile.Read(
            "strict-labels: true\nlabel-schema:\n  name: text\n  url: url\n  time: rfc3339\n  licence: spdx\n  commit: hash\n  version: semver\n  mail: email\n", out var problem);

        problem.ShouldBeNull();
        Linting.Lint(Base + flawed + "\n", settings: settings).Of(code).ShouldNotBeEmpty();
        Linting.Lint(Base + clean + "\n", settings: settings).Of(code).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("FROM other.org/app:1\n", 1)]
    [InlineData("FROM trusted.org/app:1\n", 0)]
    [InlineData("FROM any.gcr.io/app:1\n", 0)]
    [InlineData("FROM debian:12\n", 1)]
    [InlineData("FROM trusted.org/a:1 AS b\nFROM b\nCOPY --from=b /x /y\nCOPY --from=evil.org/z:1 /x /y\n", 1)]
    public void Images_come_from_trusted_registries(string text, int findings)
    {
        var settings = HadolintFile.Read("trustedRegistries:\n  - trusted.org\n  - \"*.gcr.io\"\n", out _);

        Linting.Lint(text, settings: settings).Of("DL3026").Count.ShouldBe(findings);
    }

    [Fact]
    public void Every_rule_of_hadolint_has_a_case()
    {
        var codes = DockerfileLinter.Rules.Select(r => r.Code).Where(c => c.StartsWith("DL", StringComparison.Ordinal)).ToList();

        codes.Count.ShouldBe(71);
        codes.Except(Cases().Select(c => c.Data.Item1)).Except(LabelCases().Select(c => c.Data.Item1)).ShouldBe(["DL3026"]);
    }
}
