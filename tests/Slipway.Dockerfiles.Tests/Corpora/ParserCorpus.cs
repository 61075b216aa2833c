using System.Text.Json;
using Slipway.Dockerfiles.Substitution;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Corpora;

public sealed class ParserCorpus(ITestOutputHelper output)
{
    [Fact]
    public void Every_Dockerfile_is_read_as_the_engine_reads_it()
    {
        var cases = Corpus.Vectors().GetProperty("parser").EnumerateArray().ToList();

        var passed = cases.Count(c => Passes(c));

        output.WriteLine($"parser: {passed} of {cases.Count}");
        passed.ShouldBe(cases.Count);
        cases.Count.ShouldBe(33);
    }

    [Fact]
    public void What_the_engine_refuses_is_refused()
    {
        var cases = Corpus.Vectors().GetProperty("parser_negative").EnumerateArray().ToList();

        var refused = cases.Count(c => Dockerfile.Parse(SourceText.From("Dockerfile", Text(c, "dockerfile"))).Problems.Count > 0);

        output.WriteLine($"refused: {refused} of {cases.Count}");
        refused.ShouldBe(cases.Count);
        cases.Count.ShouldBe(4);
    }

    [Fact]
    public void Variables_are_replaced_as_the_engine_replaces_them()
    {
        var cases = Corpus.Vectors().GetProperty("env_subst").EnumerateArray().ToList();
        var failures = cases.Where(c => Substituted(c) != Text(c, "out")).Select(c => $"{Text(c, "in")} -> {Substituted(c)}, not {Text(c, "out")}").ToList();

        output.WriteLine($"substitution: {cases.Count - failures.Count} of {cases.Count}");
        failures.ShouldBeEmpty();
        cases.Count.ShouldBe(230);
    }

    [Fact]
    public void Words_are_split_as_the_engine_splits_them()
    {
        var lines = Corpus.Vectors().GetProperty("words_script").EnumerateArray().Select(l => l.GetString()!).ToList();
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var passed = 0;
        foreach (var line in lines)
        {
            if (line.StartsWith("ENV ", StringComparison.Ordinal))
            {
                var pair = line[4..].Split('=', 2);
                variables[pair[0]] = pair[1];
                passed++;
                continue;
            }

            var bar = line.LastIndexOf('|');
            var expansion = Expander.Expand(line[..bar].Trim(), n => variables.GetValueOrDefault(n));
            (expansion.Error is null ? string.Join(',', expansion.Words) : "error").ShouldBe(line[(bar + 2)..], line);
            passed++;
        }

        output.WriteLine($"word splitting: {passed} of {lines.Count}");
        lines.Count.ShouldBe(28);
    }

    private bool Passes(JsonElement element)
    {
        var file = Dockerfile.Parse(SourceText.From("Dockerfile", Text(element, "dockerfile")));
        var expression = SExpression.Of(file);
        var passes = expression == Text(element, "sexpr").TrimEnd('\n') && file.Problems.Count == 0;
        if (!passes)
        {
            output.WriteLine($"{Text(element, "id")}: {string.Join("; ", file.Problems)}\n{expression}\ninstead of\n{Text(element, "sexpr")}");
        }

        return passes;
    }

    private static string Substituted(JsonElement element)
    {
        // On Windows the names of variables have no case.
        var names = Text(element, "platform") == "W" ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var variables = new Dictionary<string, string>(names) { ["PWD"] = "/home", ["SHELL"] = "bash", ["KOREAN"] = "한국어", ["NULL"] = "" };
        var expansion = Expander.Expand(Text(element, "in"), n => variables.GetValueOrDefault(n));
        return expansion.Error is null ? expansion.Text : "error";
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
