namespace Cake.Frosting.SampleBuild.Tasks;

[IsDependentOn(typeof(Compile))]
public sealed class Default : FrostingTask;
