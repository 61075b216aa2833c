using System.Text.RegularExpressions;

namespace Slipway.Compose.Drafts;

/// <summary>Knows libraries that look for work by themselves, by a clock or by asking a chat service: in two slots each would be done twice.</summary>
/// <param name="facts">What is known of the application.</param>
internal sealed class LibrarySigns(ApplicationFacts facts)
{
    private const int LongestFile = 512 * 1024;

    // Those that agree over a database which of them does something are no sign.
    private static readonly (string File, string Content)[] Known =
    [
        (@"(^|/)(requirements[^/]*\.(txt|in)|pyproject\.toml|Pipfile|setup\.(py|cfg)|environment\.ya?ml)$",
            @"(?<what>APScheduler|django-crontab|django-apscheduler|flask-apscheduler|python-telegram-bot|pyTelegramBotAPI|aiogram|telethon|pyrogram"
            + @"|discord\.py|nextcord|py-cord|disnake|rocketry|aiocron)\b"),
        (@"(^|/)package\.json$", @"""(?<what>@nestjs/schedule|node-cron|cron|node-schedule|bree|toad-scheduler|croner|telegraf|grammy|node-telegram-bot-api"
            + @"|discord\.js|eris|whatsapp-web\.js)""\s*:"),
        (@"(^|/)Gemfile$", @"^\s*gem\s+['""](?<what>rufus-scheduler|clockwork|telegram-bot-ruby|discordrb)['""]"),
        (@"(^|/)go\.mod$", @"(?<what>robfig/cron|go-co-op/gocron|go-telegram-bot-api|bwmarrin/discordgo|telebot)"),
        (@"(^|/)Cargo\.toml$", @"^\s*(?<what>tokio-cron-scheduler|teloxide|serenity|clokwerk)\b"),
        (@"\.(java|kt)$", @"(?<what>@EnableScheduling|extends TelegramLongPollingBot)"),
        (@"\.csproj$", @"Include=""(?<what>Coravel|NCrontab|Cronos|Telegram\.Bot|Discord\.Net)"""),
        (@"(^|/)Dockerfile$", @"(?m)^RUN\b.*\bpip3?\s+install\b.*?(?<what>APScheduler|python-telegram-bot|aiogram|discord\.py|pyTelegramBotAPI)\b"),
        (@"(^|/)ecosystem\.config\.[cm]?js$", @"(?<what>cron_restart)"),
    ];

    /// <summary>What it is and where that stands, as the beginning of a sentence; null when there is none.</summary>
    public string? Of(string service, string context)
    {
        var files = new ContextFiles(facts).CopiedBy(service, context);
        foreach (var (path, content) in Known)
        {
            var (name, inside) = (Pattern(path), Pattern(content));
            foreach (var file in files.Where(f => name.IsMatch(f)).Select(f => ContextPath.Join(context, f)))
            {
                if (facts.ReadFile(file) is { Length: <= LongestFile } text && inside.Match(text) is { Success: true } found)
                {
                    return $"{facts.Shown(file)} names {found.Groups["what"].Value}, which works";
                }
            }
        }

        return null;
    }

    private static Regex Pattern(string text) =>
        new(text, RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline, TimeSpan.FromSeconds(1));
}
