using System.Net.Mail;
using Slipway.Findings;

namespace Slipway.Dockerfiles.Rules.Hadolint;

/// <summary>A label that should be a mail address.</summary>
internal sealed class DL3058() : LabelRule(new("DL3058", Severity.Warning, "Write mail addresses as RFC 5322 says", Because, Refusal), "email")
{
    protected override string Is => "is no mail address";

    protected override bool IsValid(string value) => MailAddress.TryCreate(value, out var address) && address.Address == value;
}
