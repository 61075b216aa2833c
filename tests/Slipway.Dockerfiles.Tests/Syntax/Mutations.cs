using System.Diagnostics;
using System.Text;
using Slipway.Dockerfiles.Contexts;
using Slipway.Dockerfiles.Linting;
using Slipway.Dockerfiles.Syntax;
using Slipway.Dockerfiles.Tests.Corpora;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Syntax;

/// <summary>Hostile input: nothing is lost, nothing crashes, nothing takes long.</summary>
public sealed class Mutations(ITestOutputHelper output)
{
    private const int Count = 100_000;
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(10);

    private static readonly string[] Pieces =
        ["\\\n", "\n", "\r\n", "`", "<<EOF", "EOF\n", "<<-'X'", "[\"a\"]", "[", "]", "\"", "'", "${", "}", "$(", ")", "#", "# escape=`\n", "--", "--mount=type=cache,target=/x", "\0", "\ufeff", "ONBUILD ", "RUN ", "COPY ", "FROM a\n", "&&", "||", ";", "case x in ", "esac", "if ", "fi", "\t", "${a:-${b", "\\", "\x80", "𝄞"];

    [Fact]
    public void Mutated_files_are_read_byte_for_byte()
    {
        var seeds = Seeds();
        var random = new Random(20261123);
        var longest = TimeSpan.Zero;
        var slowest = string.Empty;
        for (var count = 0; count < Count; count++)
        {
            var bytes = Mutate(seeds[random.Next(seeds.Count)], random);
            var start = Stopwatch.GetTimestamp();
            var source = SourceText.From("Dockerfile", bytes);
            var file = Dockerfile.Parse(source);
            var tokens = file.Tokens();
            var time = Stopwatch.GetElapsedTime(start);

            source.ToBytes().AsSpan().SequenceEqual(bytes).ShouldBeTrue("the bytes come out as they went in");
            Cover(source, tokens).ShouldBeTrue("the tokens are the text");
            if (time > longest)
            {
                (longest, slowest) = (time, source.Text);
            }
        }

        output.WriteLine($"{Count} mutated files, longest {longest.TotalMilliseconds:0.0} ms for {slowest.Length} characters");
        longest.ShouldBeLessThan(TooLong);
    }

    [Fact]
    public void Mutated_files_are_linted_and_mended_without_a_crash()
    {
        var seeds = Seeds();
        var random = new Random(3);
        var linter = new DockerfileLinter(Rules.Linting.Everything);
        var longest = TimeSpan.Zero;
        for (var count = 0; count < Count / 50; count++)
        {
            var source = SourceText.From("Dockerfile", Mutate(seeds[random.Next(seeds.Count)], random));
            var start = Stopwatch.GetTimestamp();
            var outcome = linter.Fix(source, BuildContext.Unknown);
            var time = Stopwatch.GetElapsedTime(start);

            outcome.Converged.ShouldBeTrue(source.Text);
            Dockerfile.Parse(outcome.After).Comments.Count.ShouldBe(Dockerfile.Parse(source).Comments.Count, source.Text);
            if (time > longest)
            {
                longest = time;
            }
        }

        output.WriteLine($"{Count / 50} mutated files linted and mended, longest {longest.TotalMilliseconds:0.0} ms");
        longest.ShouldBeLessThan(TooLong);
    }

    [Fact]
    public void Deeply_nested_text_is_no_stack_overflow()
    {
        string[] texts =
        [
            "FROM a\nENV A=" + string.Concat(Enumerable.Repeat("${a:-", 100_000)),
            "FROM a\nCMD " + new string('[', 100_000),
            "FROM a\nRUN " + string.Concat(Enumerable.Repeat("$(", 50_000)),
            "FROM a\nRUN " + string.Concat(Enumerable.Repeat("(", 100_000)),
            "FROM a\nRUN " + string.Concat(Enumerable.Repeat("sudo ", 20_000)) + "ls",
            string.Concat(Enumerable.Repeat("ONBUILD ", 50_000)) + "RUN a",
        ];

        foreach (var text in texts)
        {
            new DockerfileLinter(new()).Lint(SourceText.From("Dockerfile", text), BuildContext.Unknown).File.Source.Text.ShouldBe(text);
        }
    }

    private static bool Cover(SourceText source, IReadOnlyList<Token> tokens)
    {
        var end = 0;
        foreach (var token in tokens)
        {
            if (token.Span.Start != end || token.Span.Length == 0)
            {
                return false;
            }

            end = token.Span.End;
        }

        return end == source.Text.Length;
    }

    private static List<byte[]> Seeds()
    {
        var files = Corpus.Samples().Select(File.ReadAllBytes).ToList();
        if (Corpus.Folder is not null)
        {
            files.AddRange(Corpus.Dockerfiles().Select(File.ReadAllBytes));
        }

        files.AddRange(Rules.HadolintSpecs.Cases().Concat(Rules.BuildKitSpecs.Cases()).Select(c => Encoding.UTF8.GetBytes(c.Data.Item2)));
        files.Add(Encoding.UTF8.GetBytes("FROM a\nRUN <<A cat <<B\nx\nA\ny\nB\nENV a=\"b c\" d=${e:+f} \\\n\n  # comment\n  g='h'\nHEALTHCHECK --interval=1s CMD [\"a\"]\n"));
        return files;
    }

    private static byte[] Mutate(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            var place = random.Next(bytes.Count + 1);
            switch (random.Next(5))
            {
                case 0:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 1 when place < bytes.Count:
                    bytes.RemoveRange(place, Math.Min(random.Next(1, 20), bytes.Count - place));
                    break;
                case 2 when place < bytes.Count:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 3 when place < bytes.Count:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(place, Math.Min(random.Next(1, 60), bytes.Count - place)));
                    break;
                default:
                    if (place > 0)
                    {
                        bytes.RemoveRange(place, bytes.Count - place);
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
