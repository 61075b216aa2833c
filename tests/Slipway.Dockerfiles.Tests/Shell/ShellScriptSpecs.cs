using Slipway.Dockerfiles.Shell;
using Slipway.Dockerfiles.Syntax;
using Slipway.Findings.Sources;

namespace Slipway.Dockerfiles.Tests.Shell;

public sealed class ShellScriptSpecs
{
    [Theory]
    [InlineData("a b && c || d; e | f & g", "a|c|d|e|f|g")]
    [InlineData("A=1 B=2 cmd x", "cmd")]
    [InlineData("if test -f x; then a; elif b; then c; else d; fi", "test|a|b|c|d")]
    [InlineData("for x in 1 2 3; do a $x; done; b", "a|b")]
    [InlineData("while read l; do a; done < file", "read|a")]
    [InlineData("case \"$x\" in a|b) c ;; *) d ;; esac; e", "c|d|e")]
    [InlineData("(a; b) && { c; d; }", "a|b|c|d")]
    [InlineData("echo \"$(a b)\" `c d` $((1 + 2))", "a|c|echo")]
    [InlineData("sudo -E apt-get update", "sudo|apt-get")]
    [InlineData("xargs -n 1 apt-get install < list", "xargs|apt-get")]
    [InlineData("sh -c 'a && b'", "sh|a|b")]
    [InlineData("bash -ec \"a \\\"x y\\\"; b\"", "bash|a|b")]
    [InlineData("env A=1 B=2 python app.py", "env|python")]
    [InlineData("a # b && c", "a")]
    [InlineData("a 2>/dev/null >> x &> y", "a")]
    [InlineData("/usr/bin/apt-get update", "apt-get")]
    public void The_commands_of_a_script_are_told(string script, string names) => string.Join('|', Parse(script).Commands.Select(c => c.Name)).ShouldBe(names);

    [Fact]
    public void Options_and_operands_are_told_apart()
    {
        var command = Parse("apt-get -qy -t sid install --no-install-recommends -o x=y curl 'a b' \"$c\"").Commands[0];

        command.HasOption("y").ShouldBeTrue();
        command.HasOption("no-install-recommends").ShouldBeTrue();
        command.HasOption("yes").ShouldBeFalse();
        command.OptionValue("t", "target-release")!.Text.ShouldBe("sid");
        command.Operands("-t", "-o").Select(w => w.Text).ShouldBe(["install", "curl", "a b", "$c"]);
    }

    [Fact]
    public void Words_of_an_inner_script_know_their_places()
    {
        const string text = "sh -c 'alembic upgrade head && python app.py'";

        Parse(text).Commands.Where(c => c.Runner is not null).Select(c => text.Substring(c.Span.Start, c.Span.Length)).ShouldBe(["alembic upgrade head", "python app.py"]);
    }

    private static ShellScript Parse(string text) => ShellScript.Parse(LogicalText.Of(SourceText.From("x", text), new(0, text.Length)));
}
