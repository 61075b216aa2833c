using Slipway.EndToEnd.Hosts;

namespace Slipway.EndToEnd.Fronts;

/// <summary>The shop of Fixtures/fronts/tls: it ran under plain compose, had visitors, and was taken over with what Init wrote unedited.</summary>
public sealed class DeployedTlsShop(SlipwayProgram program) : IAsyncLifetime
{
    /// <summary>A page of each service, and one of another name.</summary>
    internal static IReadOnlyList<string> Pages { get; } = ["https://shop.test/", "https://shop.test/api/things", "https://admin.shop.test/users"];

    internal FrontedApplication Shop { get; private set; } = null!;

    internal TlsUsers Users { get; private set; } = null!;

    /// <summary>What the services were told under plain compose.</summary>
    internal IReadOnlyList<Answer> Before { get; private set; } = [];

    /// <summary>The visits that failed meanwhile.</summary>
    internal IReadOnlyList<string> TakeOver { get; private set; } = [];

    /// <summary>How many visits there were meanwhile.</summary>
    internal int Visited { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Shop = await FrontedApplication.CreateAsync(program, "tls");
        try
        {
            Users = new TlsUsers(Shop.SecondPort, Certificate.Write(Path.Combine(Shop.Folder, "certs"), "shop", "shop.test", "www.shop.test", "admin.shop.test"));
            await Shop.ComposeUpAsync();
            await Shop.InitAsync();
            Before = await AskAsync();
            await using var visits = Visits.Start(Users.AskAsync, Pages);
            await Shop.DeployAsync();
            await visits.StopAsync();
            (TakeOver, Visited) = (visits.Failures, visits.Count);
        }
        catch
        {
            await Shop.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Users.Dispose();
        await Shop.DisposeAsync();
    }

    /// <summary>What the services behind the pages say.</summary>
    internal async Task<IReadOnlyList<Answer>> AskAsync()
    {
        var answers = new List<Answer>();
        foreach (var page in Pages)
        {
            answers.Add(await Users.AskAsync(page));
        }

        return answers;
    }
}
