using System.Net;
using System.Net.Sockets;
using Slipway.Deployment.Observation;
using Slipway.Testing.Programs;

namespace Slipway.Deployment.Tests.Observation;

public sealed class HostResourcesSpecs
{
    [Fact]
    public async Task What_a_shell_of_the_host_tells_is_what_this_machine_has()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var result = await RunningProgram.RunAsync(["sh", "-c", HostResources.Command("/tmp")]);

        var read = HostResources.Read(result.Output);

        read.AvailableMemory.ShouldNotBeNull().ShouldBeInRange(1L << 20, 1L << 50);
        read.FreeDisk.ShouldNotBeNull().ShouldBeInRange(1, 1L << 60);
        Math.Abs(read.FreeDisk!.Value - new DriveInfo("/tmp").AvailableFreeSpace).ShouldBeLessThan(4L << 30);
        read.ListeningPorts.ShouldContain(((IPEndPoint)listener.LocalEndpoint).Port);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_a_disk_that_is_not_known()
    {
        var result = await RunningProgram.RunAsync(["sh", "-c", HostResources.Command("/it's not there")]);

        var read = HostResources.Read(result.Output);

        read.FreeDisk.ShouldBeNull();
        read.AvailableMemory.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("This account is not available.\n")]
    public void A_host_without_a_shell_tells_nothing(string text) => HostResources.Read(text).ShouldBe(HostResources.Unknown);
}
