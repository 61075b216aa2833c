using System.Text.Json;
using Slipway.Compose;
using Slipway.Compose.Projects;
using Slipway.Compose.Surroundings;
using Slipway.Findings.Sources;
using Slipway.Linting.Images;

namespace Slipway.Linting.Tests.Images;

/// <summary>What a Dockerfile says of its image is the same for Init and for Lint.</summary>
public sealed class DockerfileFactsSpecs
{
    private const string Shell = "/bin/sh -c ";

    // What `docker inspect` says of the image of each, but that the words of a CMD are left out where an ENTRYPOINT in text form takes none.
    [Theory]
    [InlineData("FROM a", "", "")]
    [InlineData("FROM a|CMD serve it", "", Shell + "serve it")]
    [InlineData("FROM a|CMD [\"serve\", \"it\"]", "", "serve it")]
    [InlineData("FROM a|CMD [\"first\"]|CMD [\"second\"]", "", "second")]
    [InlineData("FROM a|ENTRYPOINT [\"enter\", \"here\"]", "enter here", "")]
    [InlineData("FROM a|ENTRYPOINT enter here", Shell + "enter here", "")]
    [InlineData("FROM a|ENTRYPOINT [\"first\"]|ENTRYPOINT [\"second\"]", "second", "")]
    [InlineData("FROM a|ENTRYPOINT [\"enter\"]|CMD [\"serve\"]", "enter", "serve")]
    [InlineData("FROM a|CMD [\"serve\"]|ENTRYPOINT [\"enter\"]", "enter", "serve")]
    [InlineData("FROM a|ENTRYPOINT [\"enter\"]|CMD serve", "enter", Shell + "serve")]
    [InlineData("FROM a|ENTRYPOINT enter|CMD [\"serve\"]", Shell + "enter", "")]
    [InlineData("FROM a|CMD serve|ENTRYPOINT enter", Shell + "enter", "")]
    [InlineData("FROM a|ENTRYPOINT []|CMD [\"serve\"]", "", "serve")]
    [InlineData("FROM a AS one|CMD [\"serve\"]|FROM one|ENTRYPOINT [\"enter\"]", "enter", "")]
    [InlineData("FROM a AS one|CMD [\"serve\"]|FROM one|ENTRYPOINT []", "", "")]
    [InlineData("FROM a AS one|ENTRYPOINT [\"enter\"]|FROM one|CMD [\"serve\"]", "enter", "serve")]
    [InlineData("FROM a AS one|ENTRYPOINT enter|FROM one|CMD [\"serve\"]", Shell + "enter", "")]
    [InlineData("FROM a AS one|ENTRYPOINT [\"enter\"]|CMD [\"serve\"]|FROM one", "enter", "serve")]
    [InlineData("FROM a AS one|CMD [\"serve\"]|FROM one AS two|ENTRYPOINT [\"enter\"]|FROM two", "enter", "")]
    [InlineData("FROM a AS one|CMD [\"old\"]|FROM one AS two|ENTRYPOINT [\"enter\"]|FROM two|CMD [\"new\"]", "enter", "new")]
    [InlineData("FROM a AS one|CMD [\"serve\"]|FROM a", "", "")]
    [InlineData("FROM a AS one|ENTRYPOINT [\"enter\"]|FROM a|CMD [\"serve\"]", "", "serve")]
    [InlineData("FROM a AS one|CMD [\"serve\"]|FROM one|CMD [\"other\"]", "", "serve", "ONE")]
    public void Init_and_Lint_know_the_same_start(string dockerfile, string entrypoint, string start, string? target = null)
    {
        var text = dockerfile.Replace('|', '\n') + "\n";

        var (init, lint) = (ByInit(text, target).ShouldNotBeNull(), ByLint(text, target).ShouldNotBeNull());

        (string.Join(' ', init.Entrypoint), string.Join(' ', init.Start)).ShouldBe((entrypoint, start));
        (string.Join(' ', lint.Entrypoint), string.Join(' ', lint.Start)).ShouldBe((entrypoint, start));
    }

    [Theory]
    [InlineData("FROM a|EXPOSE 80 90/udp|EXPOSE 70/tcp", "70 80", null)]
    [InlineData("FROM a AS one|EXPOSE 80|HEALTHCHECK CMD probe|FROM one|EXPOSE 70 80", "70 80", true)]
    [InlineData("FROM a AS one|HEALTHCHECK CMD probe|FROM one|HEALTHCHECK NONE", "", false)]
    [InlineData("FROM python:3.13|RUN apt-get install -y curl", "", null)]
    public void Init_and_Lint_know_the_same_ports_checks_and_programs(string dockerfile, string ports, bool? hasHealthCheck)
    {
        var text = dockerfile.Replace('|', '\n') + "\n";

        var (init, lint) = (ByInit(text, null).ShouldNotBeNull(), ByLint(text, null).ShouldNotBeNull());

        string.Join(' ', lint.ExposedPorts).ShouldBe(ports);
        init.ExposedPorts.ShouldBe(lint.ExposedPorts);
        (init.HasHealthCheck, lint.HasHealthCheck).ShouldBe((hasHealthCheck, hasHealthCheck));
        var has = dockerfile.Contains("python", StringComparison.Ordinal) ? true : (bool?)null;
        new[] { "curl", "python3" }.ShouldAllBe(p => init.HasProgram(p) == has && lint.HasProgram(p) == has);
    }

    [Theory]
    [InlineData("FROM a AS one|CMD x", "two")]
    [InlineData("# nothing yet", null)]
    public void A_stage_that_is_not_there_has_no_facts(string dockerfile, string? target)
    {
        var text = dockerfile.Replace('|', '\n') + "\n";

        ByInit(text, target).ShouldBeNull();
        ByLint(text, target).ShouldBeNull();
    }

    private static ImageFacts? ByInit(string dockerfile, string? target)
    {
        var build = new { context = ".", dockerfile = "Dockerfile", target };
        var config = JsonSerializer.SerializeToUtf8Bytes(new { name = "shop", services = new { web = new { build } } });
        var model = ComposeModel.Parse(config).Model.ShouldNotBeNull();
        return new DockerfileImages(model, _ => dockerfile, _ => null).Find("web", null);
    }

    private static ImageFacts? ByLint(string dockerfile, string? target) =>
        new ServiceImages([new ServiceBuild("web", ".", "Dockerfile", target)], f => SourceText.From(f, dockerfile), _ => false, null).Find("web", null);
}
