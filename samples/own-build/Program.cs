using Cake.Frosting;
using OwnBuild;
using Slipway;
using Slipway.Phases;

return new SlipwayHost(args)
{
    Program = "dotnet run --project samples/own-build --",
    Options = new Dictionary<string, string> { ["gate"] = "What Gate answers: open, the default, or shut" },
}
.AddSink(() => new LineSink())
.AddStepHandler(new GreetHandler())
.ChangePhase<Watch>((plan, _) => plan with { Steps = [.. plan.Steps, new GreetStep("watched") { Purpose = "say that it was watched" }] })
.LeaveOut<CleanUp>()
.Configure(host => host.UseTeardown<Goodbye>())
.Run();
