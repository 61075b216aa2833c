namespace Cake.Docker.Tests;

public sealed class PsSpecs
{
    [Fact]
    public void The_table_of_docker_ps_becomes_containers()
    {
        string[] table =
        [
            "CONTAINER ID   IMAGE          COMMAND                  CREATED         STATUS                       PORTS                  NAMES     SIZE",
            "0f1e2d3c4b5a   postgres:15    \"docker-entrypoint.s…\"   2 hours ago     Up 2 hours (healthy)         5432/tcp               db        63B (virtual 425MB)",
            "1f1e2d3c4b5a   app:2          \"python -m app\"          3 minutes ago   Exited (137) 2 minutes ago                          bot       1.5kB (virtual 1.02GB)",
            "2f1e2d3c4b5a   app:2          \"python -m app\"          3 minutes ago   Up 2 minutes (Paused)                               held      0B (virtual 12B)",
            "3f1e2d3c4b5a   app:2          \"python -m app\"          3 minutes ago   Restarting (1) 5 s ago                              loop      0B",
            "4f1e2d3c4b5a   app:2          \"python -m app\"          3 minutes ago   Created                                             new       0B",
        ];

        var containers = DockerAliases.Processor(table);

        containers.Select(container => (container.Name, container.Status, container.ExitCode)).ShouldBe([
            ("db", ContainerStatus.Running, null),
            ("bot", ContainerStatus.Exited, 137),
            ("held", ContainerStatus.Paused, null),
            ("loop", ContainerStatus.Restarting, 1),
            ("new", ContainerStatus.Created, null)]);
        containers.Select(container => (container.Size, container.VirtualSize))
            .ShouldBe([(63, 425_000_000), (1500, 1_020_000_000), (0, 12), (0, null), (0, null)]);
        containers[0].Id.ShouldBe("0f1e2d3c4b5a");
        containers[0].Image.ShouldBe("postgres:15");
        containers[0].Command.ShouldBe("docker-entrypoint.s…");
        containers[0].Created.ShouldBe("2 hours ago");
    }

    [Fact]
    public void A_heading_alone_is_no_container()
        => DockerAliases.Processor(["CONTAINER ID   IMAGE     COMMAND   CREATED   STATUS    PORTS     NAMES"]).ShouldBeEmpty();
}
