using System.Text.Json;
using Slipway.Findings.Output;
using Slipway.Testing;

namespace Slipway.Findings.Tests.Output;

public sealed class WriterSpecs
{
    [Fact]
    public void People_read_where_why_and_how_it_is_mended() => Golden.ShouldBe(Write(new PeopleWriter()), "people.txt");

    [Fact]
    public void Programs_read_one_object()
    {
        var text = Write(new JsonFindingWriter());

        Golden.ShouldBe(text, "findings.json");
        using var json = JsonDocument.Parse(text);
        json.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public void Code_hosts_read_SARIF()
    {
        var text = Write(new SarifWriter("slipway", "0.1.0"));

        Golden.ShouldBe(text, "findings.sarif");
        using var json = JsonDocument.Parse(text);
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        }
    }

    [Fact]
    public void GitHub_reads_annotations() => Golden.ShouldBe(Write(new GitHubWriter()), "annotations.txt");

    [Theory]
    [InlineData(Severity.Error, true)]
    [InlineData(Severity.Warning, true)]
    [InlineData(Severity.Off, false)]
    public void A_threshold_fails_what_is_as_severe_or_worse(Severity threshold, bool fails) => Threshold.IsReached([Sample.File], threshold).ShouldBe(fails);

    [Fact]
    public void A_clean_file_reaches_no_threshold() => Threshold.IsReached([Sample.Clean], Severity.Style).ShouldBeFalse();

    [Theory]
    [InlineData("WARNING", Severity.Warning)]
    [InlineData("none", Severity.Off)]
    [InlineData("loud", null)]
    public void Severities_have_names(string text, Severity? severity) => SeverityName.Parse(text).ShouldBe(severity);

    private static string Write(IFindingWriter writer)
    {
        using var output = new StringWriter { NewLine = "\n" };
        writer.Write([Sample.File, Sample.Clean], output);
        return output.ToString();
    }
}
