using System.Text;

namespace Slipway.Graph.Output.Folding;

/// <summary>https://www.jetbrains.com/help/teamcity/service-messages.html, "Blocks of Service Messages".</summary>
internal sealed class TeamCityFolds : IFoldMarkers
{
    public string Open(string task, DateTimeOffset at) => $"##teamcity[blockOpened name='{Escape(task)}']\n";

    public string Close(string task, DateTimeOffset at) => $"##teamcity[blockClosed name='{Escape(task)}']\n";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '|' or '\'' or '[' or ']')
            {
                escaped.Append('|').Append(c);
            }
            else if (c > 127)
            {
                escaped.Append("|0x").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
