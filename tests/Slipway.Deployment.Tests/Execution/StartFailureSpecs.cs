using Slipway.Deployment.Execution;
using Slipway.Engine.Errors;

namespace Slipway.Deployment.Tests.Execution;

public sealed class StartFailureSpecs
{
    private const string NoProgram = "Error response from daemon: failed to create task for container: exec: \"nope\": executable file not found in $PATH: unknown";

    [Fact]
    public async Task A_container_that_compose_cannot_start_is_a_release_that_is_not_ready()
    {
        using var scene = new ExecutionScene();

        var error = await Should.ThrowAsync<SlipwayException>(() => scene.RunAsync(scene.Shell($"echo 'Container x Starting' >&2; echo '{NoProgram}' >&2; exit 1")));

        error.Code.ShouldBe(ExitCode.NotReady);
        error.Message.ShouldEndWith(": failed to create task for container: exec: \"nope\": executable file not found in $PATH: unknown");
    }

    [Theory]
    [InlineData("Error response from daemon: driver failed programming external connectivity: port is already allocated")]
    [InlineData("failed to create task for container: said by somebody else")]
    public void Other_failures_are_none(string line) => StartFailure.In([line]).ShouldBeNull();
}
