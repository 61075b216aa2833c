using System.Text;
using Slipway.Compose.Tests.Oracle;

namespace Slipway.Compose.Tests.Services;

public sealed class ComposeModelSpecs
{
    [Fact]
    public void A_model_holds_what_compose_says()
    {
        using var application = new Application(("compose.yaml", HelloBot.Compose));

        var model = application.Model;

        model.Name.ShouldBe("hello-bot");
        model.Services.Select(service => service.Name).ShouldBe(["bot", "db", "poller", "proxy"]);
        model.Volumes.ShouldBe([new("data", "hello-bot_data", false)]);
        model.Networks.ShouldBe([new("default", "hello-bot_default", false)]);
        var bot = model.Find("bot")!;
        bot.Image.ShouldBeNull();
        bot.Build!.Context.ShouldBe(".");
        bot.Command.ShouldBeNull();
        bot.Ports.ShouldBe([new(8080, "8090", "tcp", "127.0.0.1")]);
        bot.DependsOn.ShouldBe([new("db", "service_healthy", true, false)]);
        bot.Networks.ShouldHaveSingleItem().Aliases.ShouldBe(["api"]);
        bot.StopGracePeriod.ShouldBe(TimeSpan.FromSeconds(15));
        model.Find("proxy")!.Volumes[0].ShouldBe(new("bind", "./nginx.conf", "/etc/nginx/nginx.conf", true));
    }

    [Fact]
    public void A_value_of_the_environment_never_shows_in_text()
    {
        using var application = new Application(("compose.yaml", HelloBot.Compose));

        var bot = application.Model.Find("bot")!;

        bot.ToString().ShouldContain("DATABASE_URL");
        bot.ToString().ShouldNotContain("s3cret");
        application.Model.ToString().ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("", "line 1 is no JSON")]
    [InlineData("{\n\"name\": }", "line 2 is no JSON")]
    [InlineData("[]", "not an object")]
    [InlineData("{}", "no project name")]
    [InlineData("""{"name":"x","services":{"bot":{"scale":"many"}}}""", "not of the kind")]
    [InlineData("""{"name":"x","services":{"bot":{"scale":1e99}}}""", "not of the kind")]
    public void What_is_no_output_of_compose_is_reported_as_a_value(string json, string why)
    {
        var reading = ComposeModel.Parse(Encoding.UTF8.GetBytes(json));

        reading.Model.ShouldBeNull();
        reading.Problem!.Message.ShouldContain(why);
    }
}
