using Cake.Frosting;
using Cake.Frosting.SampleBuild;

// Written for the published Cake.Frosting; it compiles and behaves the same on the one of this repository.
return new CakeHost()
    .UseContext<BuildContext>()
    .UseLifetime<Lifetime>()
    .UseTaskLifetime<TaskLifetime>()
    .UseCakeSetting("Sample_Flavour", "from the build")
    .Run(args);
