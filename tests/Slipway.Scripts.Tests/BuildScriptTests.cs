namespace Slipway.Scripts.Tests;

/// <summary>build.sh and build.ps1 keep the same promises.</summary>
public abstract class BuildScriptTests(string script)
{
    private const string Building = "building Slipway (sources changed)";

    [Fact]
    public async Task Builds_once_and_hands_over_arguments_and_exit_code()
    {
        using var checkout = new Checkout();

        var first = await checkout.BuildAsync(script, "--target=Plan", "two words");
        var second = await checkout.BuildAsync(script, "--fail");

        first.StandardOutput.Trim().ShouldBe("host|--target=Plan|two words|");
        first.StandardError.ShouldContain(Building);
        first.ExitCode.ShouldBe(0);
        second.StandardError.ShouldBeEmpty();
        second.ExitCode.ShouldBe(7);
    }

    [Fact]
    public async Task Builds_again_after_a_change_and_keeps_the_old_host_when_the_change_does_not_compile()
    {
        using var checkout = new Checkout();
        await checkout.BuildAsync(script);
        var source = checkout.PathOf("build/Program.cs");
        var original = await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken);

        await File.WriteAllTextAsync(source, original.Replace("host|", "changed|", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var changed = await checkout.BuildAsync(script, "a");
        await File.WriteAllTextAsync(source, "this is no C#", TestContext.Current.CancellationToken);
        var broken = await checkout.BuildAsync(script, "b");

        changed.StandardOutput.Trim().ShouldBe("changed|a|");
        changed.StandardError.ShouldContain(Building);
        broken.ExitCode.ShouldBe(1);
        broken.StandardError.ShouldContain("Program.cs(1,");
        broken.StandardError.ShouldContain("does not compile");
        File.Exists(checkout.PathOf("artifacts/host/slipway-build.dll")).ShouldBeTrue();
    }

    [Fact]
    public async Task Says_which_sdk_is_missing_and_where_to_get_it()
    {
        using var checkout = new Checkout();
        await File.WriteAllTextAsync(checkout.PathOf("global.json"), """{"sdk": {"version": "99.0.100"}}""", TestContext.Current.CancellationToken);

        var result = await checkout.BuildAsync(script, "--target=Plan");

        result.ExitCode.ShouldBe(3);
        result.StandardOutput.ShouldBeEmpty();
        result.StandardError.ShouldContain("99.0.100");
        result.StandardError.ShouldContain("https://learn.microsoft.com/dotnet/core/install/");
        Directory.Exists(checkout.PathOf("artifacts/host")).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_at_once_build_once()
    {
        using var checkout = new Checkout();

        var results = await Task.WhenAll(checkout.BuildAsync(script, "a"), checkout.BuildAsync(script, "b"));

        results.Select(result => result.StandardOutput.Trim()).ShouldBe(["host|a|", "host|b|"]);
        results.Count(result => result.StandardError.Contains(Building, StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_prefix_of_images_from_the_bootstrap_unless_it_is_set()
    {
        using var checkout = new Checkout();
        Directory.CreateDirectory(checkout.PathOf(".slipway"));
        await File.WriteAllTextAsync(
            checkout.PathOf(".slipway/host.env"), "# from the bootstrap\nSLIPWAY_IMAGES=127.0.0.1:5000/library\n", TestContext.Current.CancellationToken);

        var recorded = await checkout.BuildAsync(script);
        var chosen = await checkout.RunAsync(script, [], new() { ["SLIPWAY_IMAGES"] = "registry.example/mine" });

        recorded.StandardOutput.Trim().ShouldBe("host||127.0.0.1:5000/library");
        chosen.StandardOutput.Trim().ShouldBe("host||registry.example/mine");
    }
}
