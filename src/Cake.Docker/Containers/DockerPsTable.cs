using System.Globalization;
using System.Text.RegularExpressions;

namespace Cake.Docker;

/// <summary>Reads the table that <c>docker ps</c> prints. The columns begin where their headings do.</summary>
internal static partial class DockerPsTable
{
    public static DockerPsResult[] Read(IEnumerable<string> output)
    {
        string[] lines = [.. output.Where(line => line.Length > 0)];
        if (lines.Length == 0)
            return [];
        // Two blanks or more end a heading; CONTAINER ID has one inside.
        var columns = Heading().Matches(lines[0]).Select(heading => (Name: heading.Value, Start: heading.Index)).ToList();
        return [.. lines.Skip(1).Select(line => ReadLine(line, columns))];
    }

    private static DockerPsResult ReadLine(string line, List<(string Name, int Start)> columns)
    {
        string Cell(string name)
        {
            var index = columns.FindIndex(column => column.Name == name);
            if (index < 0 || columns[index].Start >= line.Length)
                return string.Empty;
            var end = index + 1 < columns.Count ? Math.Min(columns[index + 1].Start, line.Length) : line.Length;
            return line[columns[index].Start..end].Trim();
        }

        var status = Cell("STATUS");
        var size = Sizes().Match(Cell("SIZE"));
        return new DockerPsResult
        {
            Id = Cell("CONTAINER ID"),
            Image = Cell("IMAGE"),
            Command = Cell("COMMAND").Trim('"'),
            Created = Cell("CREATED"),
            Status = StatusOf(status),
            ExitCode = ExitCode().Match(status) is { Success: true } code ? int.Parse(code.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            Name = Cell("NAMES"),
            Size = size.Success ? Bytes(size.Groups["own"], size.Groups["ownUnit"]) : null,
            VirtualSize = size.Groups["all"].Success ? Bytes(size.Groups["all"], size.Groups["allUnit"]) : null,
        };
    }

    private static ContainerStatus StatusOf(string text) => text.Split(' ')[0] switch
    {
        "Up" => text.EndsWith("(Paused)", StringComparison.Ordinal) ? ContainerStatus.Paused : ContainerStatus.Running,
        "Restarting" => ContainerStatus.Restarting,
        "Created" => ContainerStatus.Created,
        // Exited, Dead and Removal In Progress.
        _ => ContainerStatus.Exited,
    };

    // Docker counts in powers of 1000 here: HumanSize of github.com/docker/go-units.
    private static long Bytes(Group number, Group unit)
    {
        var factor = unit.Value.ToUpperInvariant() switch { "KB" => 1e3m, "MB" => 1e6m, "GB" => 1e9m, "TB" => 1e12m, _ => 1m };
        return (long)(decimal.Parse(number.Value, NumberStyles.Float, CultureInfo.InvariantCulture) * factor);
    }

    [GeneratedRegex(@"\S+(?: \S+)*")]
    private static partial Regex Heading();

    [GeneratedRegex(@"\((\d+)\)")]
    private static partial Regex ExitCode();

    [GeneratedRegex(@"^(?<own>[\d.e+]+?)\s?(?<ownUnit>[kMGT]?B)(?: \(virtual (?<all>[\d.e+]+?)\s?(?<allUnit>[kMGT]?B)\))?")]
    private static partial Regex Sizes();
}
