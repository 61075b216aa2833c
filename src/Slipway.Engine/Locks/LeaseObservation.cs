using Slipway.Engine.Errors;

namespace Slipway.Engine.Locks;

/// <summary>A lease on an application's lock, as the engine tells of it.</summary>
/// <param name="Lease">Its unique name.</param>
/// <param name="Holder">Who holds it, for people.</param>
/// <param name="Purpose">What the holder does.</param>
/// <param name="Process">What tells on the holder's machine whether it still lives.</param>
/// <param name="Renewed">When it was last renewed, by the engine's clock.</param>
/// <param name="Volumes">The volumes that represent it.</param>
public sealed record LeaseObservation(
    string Lease,
    string Holder,
    string Purpose,
    string Process,
    DateTimeOffset Renewed,
    IReadOnlyList<string> Volumes)
{
    /// <summary>How long a lease lives without being renewed.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    /// <summary>What a lease is taken for.</summary>
    /// <param name="action">Such as <c>Deploy</c>.</param>
    /// <returns>The purpose.</returns>
    public static string PurposeOf(string action, string release) => $"{action} of release {release}";

    /// <summary>Whether its holder lives: on this machine by looking at the process, elsewhere by the last renewal.</summary>
    /// <param name="engineNow">The engine's clock.</param>
    /// <returns>False when the lock may be taken over.</returns>
    public bool IsAlive(DateTimeOffset engineNow) =>
        HolderProcess.IsHere(Process) ? HolderProcess.Lives(Process) : engineNow - Renewed < Life;

    /// <summary>Whether the lease is so new that its holder may be about to step back.</summary>
    /// <param name="engineNow">The engine's clock.</param>
    /// <returns>True for the first two seconds.</returns>
    public bool IsYoung(DateTimeOffset engineNow) => engineNow - Renewed < TimeSpan.FromSeconds(2);

    /// <summary>What whoever else wants the lock is told.</summary>
    /// <param name="application">What is locked.</param>
    /// <returns>The error, with <see cref="ExitCode.Locked"/>.</returns>
    public SlipwayException Refusal(string application) => new(
        ExitCode.Locked,
        $"{application} is locked by {Holder} ({Purpose}, last sign of life {Renewed:HH:mm:ss} UTC)",
        "wait until that has ended; a dead holder's lock is taken over by itself");
}
