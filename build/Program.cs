using Build;
using Slipway;

// The folder of this repository is where the sample lies; the host itself runs from artifacts/host.
var repository = Repository.Find(AppContext.BaseDirectory);
return SlipwayHost.Run(args, Path.Combine(repository, "samples", "hello-bot"), typeof(Repository).Assembly);
