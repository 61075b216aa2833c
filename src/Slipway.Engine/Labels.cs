
namespace Slipway.Engine;

/// <summary>The labels by which Slipway knows again what it made.</summary>
public static class Labels
{
    /// <summary>The application's name.</summary>
    public const string Application = "slipway.app";

    /// <summary>The service's name in the compose file.</summary>
    public const string Service = "slipway.service";

    /// <summary>The slot: <c>blue</c> or <c>green</c>.</summary>
    public const string Slot = "slipway.slot";

    /// <summary>The release that the container belongs to.</summary>
    public const string Release = "slipway.release";

    /// <summary>A hash over the service's configuration without its image.</summary>
    public const string Configuration = "slipway.config";

    /// <summary>What is mounted read-only from the application's folder, as <c>path=digest</c>, separated by commas.</summary>
    public const string Mounts = "slipway.mounts";

    /// <summary>On a proxy: the services whose names it has, separated by commas.</summary>
    public const string Answers = "slipway.answers";

    /// <summary>On a proxy: its kind.</summary>
    public const string Proxy = "slipway.proxy";

    /// <summary>On a container that serves in a proxy's place: that proxy's container, whose network it shares.</summary>
    public const string Successor = "slipway.successor";

    /// <summary>On the same: the mark by which it tells itself from others.</summary>
    public const string Seat = "slipway.seat";

    /// <summary>On the same: the configuration with which it was started.</summary>
    public const string Fingerprint = "slipway.fingerprint";

    /// <summary>On an image: a hash over the build context that it was made from.</summary>
    public const string Source = "slipway.source";

    /// <summary>The schema revision that the code expects.</summary>
    public const string Schema = "slipway.schema";

    /// <summary>The oldest schema revision that code must know to live with this release's schema.</summary>
    public const string SchemaFloor = "slipway.schema.floor";

    /// <summary>All schema revisions that the code knows, separated by commas.</summary>
    public const string SchemaChain = "slipway.schema.chain";

    /// <summary>On a container in which a proxy's configuration is tested: the application's name.</summary>
    public const string Test = "slipway.test";

    /// <summary>On a volume with files that were copied from the application's folder, and on the container that fills it: the volume's name.</summary>
    public const string Files = "slipway.files";

    /// <summary>On a job's container: the lease of the deployer that started it.</summary>
    public const string JobLease = "slipway.job.lease";

    /// <summary>On a job's container: the run that it belongs to.</summary>
    public const string JobRun = "slipway.job.run";

    /// <summary>The labels of a container in a slot.</summary>
    public static IReadOnlyList<string> OfContainers { get; } = [Application, Service, Slot, Release, Configuration, Mounts, Schema, SchemaFloor, SchemaChain];

    /// <summary>On a lock's volume: who holds it.</summary>
    public const string LockHolder = "slipway.lock.holder";

    /// <summary>On a lock's volume: the unique name of the lease.</summary>
    public const string LockLease = "slipway.lock.lease";

    /// <summary>On a lock's volume: what tells on the holder's machine whether it still lives.</summary>
    public const string LockProcess = "slipway.lock.process";

    /// <summary>On a lock's volume: what the holder does.</summary>
    public const string LockPurpose = "slipway.lock.purpose";
}
