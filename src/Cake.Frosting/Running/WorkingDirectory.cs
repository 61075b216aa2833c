using Cake.Core.IO;

namespace Cake.Frosting.Running;

/// <summary>The working directory that the build was configured with.</summary>
internal sealed record WorkingDirectory(DirectoryPath Path);
