using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CsCheck;
using Slipway.Compose.Editing;
using Slipway.Findings.Fixes;
using Slipway.Findings.Sources;

namespace Slipway.Compose.Tests.Editing;

public sealed partial class EditorPropertySpecs
{
    private const int Documents = 10_000;

    private static readonly string[][] Maps =
    [
        ["services", "s0"], ["services", "s1"], ["services", "s0", "healthcheck"], ["services", "s1", "healthcheck"], ["services", "s2", "healthcheck"],
        ["services", "s0", "deploy", "one"], ["services"], ["services", "new"], ["services", "s1", "environment"], [],
    ];

    private static readonly string[] Keys = ["interval", "restart", "image", "command", "labels", "start_period", "one", "test", "s1", "x-0"];

    private int _made;

    [Fact]
    public void An_edit_changes_only_what_was_asked_for_and_loses_no_comment()
    {
        Gen.Int.Select(Gen.Int[0, Maps.Length - 1], Gen.Int[0, Keys.Length - 1], Gen.Int[0, 3])
            .Sample((seed, map, key, kind) => Check(seed, [.. Maps[map]], Keys[key], set: kind < 3, kind == 1 ? Sharing.Keep : Sharing.Split), iter: Documents);

        // Most changes can be made; otherwise nothing would have been tested.
        _made.ShouldBeGreaterThan(Documents / 2);
    }

    private void Check(int seed, ImmutableArray<string> map, string key, bool set, Sharing sharing)
    {
        var source = SourceText.From("compose.yaml", new DocumentMaker(new Random(seed)).Make());
        var (document, problem) = ComposeDocument.Read(source);
        problem.ShouldBeNull(source.Text);
        var change = new ComposeChange(map, [(key, set ? NewValue.Text("new value") : null)]);

        var edit = new ComposeEditor(document!).Make(change, sharing);

        if (edit.Refusal is not null || edit.Edits.IsEmpty)
        {
            return;
        }

        Interlocked.Increment(ref _made);
        var edits = new EditSet();
        edits.TryAdd(Fix.Of("", edit.Edits.AsSpan())).ShouldBeTrue();
        var after = edits.Apply(source).Text;
        var context = $"{string.Join('.', map)}.{key} {sharing}\n{source.Text}\n----\n{after}";
        var path = map.Add(key);
        var was = PlainYaml.Read(source.Text);
        var now = PlainYaml.Read(after);
        if (sharing == Sharing.Split)
        {
            PlainYaml.Show(now).ShouldBe(PlainYaml.Show(PlainYaml.With(was, path, set ? "new value" : null)), context);
        }
        else
        {
            OthersThan(was, edit, path).ShouldBe(OthersThan(now, edit, path), context);
            PlainYaml.Show(PlainYaml.At(now, path)).ShouldBe(set ? "<new value>" : "null", context);
        }

        if (set && PlainYaml.At(was, path) is null or string)
        {
            Comments(source.Text).Except(Comments(after)).ShouldBeEmpty(context);
        }

        var again = new ComposeEditor(ComposeDocument.Read(source.With(after)).Document!).Make(change, sharing);
        again.Refusal.ShouldBeNull(context);
        again.Edits.ShouldBeEmpty(context);
    }

    /// <summary>All that the edit doesn't name.</summary>
    private static string OthersThan(object? root, DocumentEdit edit, ImmutableArray<string> path)
    {
        var rest = PlainYaml.With(root, path, null);
        foreach (var place in edit.AlsoChanged)
        {
            rest = PlainYaml.With(rest, PlainYaml.At(root, ["services", place]) is null ? place.Split('.') : ["services", place], null);
        }

        foreach (var fragment in (string[])["x-0", "x-1", "x-2"])
        {
            rest = PlainYaml.With(rest, [fragment], null);
        }

        return PlainYaml.Show(rest);
    }

    private static IEnumerable<string> Comments(string text) => Numbered().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"# comment \d+")]
    private static partial Regex Numbered();
}
