namespace Slipway.Testing.Programs;

/// <summary>Programs that only tests need, so that the bootstrap does not install them.</summary>
public static class Tools
{
    /// <summary>Installs the package of a program that is not there.</summary>
    public static async Task NeedAsync(string program, string package)
    {
        if (!File.Exists(program))
        {
            const string Install = "apt-get install -y --no-install-recommends \"$0\"";
            (await RunningProgram.RunAsync(["sh", "-c", $"{Install} || {{ apt-get update && {Install}; }}", package])).ShouldHaveEndedWith(0);
        }
    }
}
