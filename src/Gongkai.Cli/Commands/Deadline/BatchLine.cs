using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Cli.Frame;
using Gongkai.Law;
using Gongkai.Law.Clocks;

namespace Gongkai.Cli.Commands.Deadline;

/// <summary>批量输入的一行：编号，和读出的事实或者读不出的原因。</summary>
/// <param name="Id">原样写回的编号；没有写的为空。</param>
/// <param name="Facts">事实。</param>
internal sealed record BatchLine(JsonElement? Id, Outcome<ClockFacts> Facts)
{
    private static readonly string[] Names =
    [
        "id", "received", "correctionNoticeSent", "correctionReceived", "feePaid", "consultations",
        "extensionDays", "extensionApproved", "extensionNotified", "delayedUntil",
    ];

    /// <param name="line">这一行的文字。</param>
    /// <param name="number">行号，从 1 起；读不出编号时用它指明是哪一行。</param>
    public static BatchLine Read(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return new(null, new Refusal(Say($"第{number}行不是 JSON 对象。", $"line {number} is not a JSON object.")));
            JsonElement? id = root.TryGetProperty("id", out var written) ? written.Clone() : null;
            return new(id, ReadFacts(root));
        }
        catch (JsonException)
        {
            return new(null, new Refusal(Say($"第{number}行不是完整的 JSON。", $"line {number} is not complete JSON.")));
        }
    }

    private static Outcome<ClockFacts> ReadFacts(JsonElement root)
    {
        // 名字写错的项若悄悄略过，算出的日期就是错的。
        foreach (var property in root.EnumerateObject())
            if (!Names.Contains(property.Name, StringComparer.Ordinal)) return new Refusal(Say($"不认识“{property.Name}”这一项，可以写的有：{string.Join("、", Names)}。",
                $"unknown item “{property.Name}”; possible are {string.Join(", ", Names)}."));

        var fields = new FieldReader(root);
        var received = fields.Date("received");
        var facts = new ClockFacts
        {
            Received = received ?? default,
            CorrectionNoticeSent = fields.Date("correctionNoticeSent"),
            CorrectionReceived = fields.Date("correctionReceived"),
            FeePaid = fields.Date("feePaid"),
            Consultations = fields.Consultations("consultations"),
            ExtensionDays = fields.Number("extensionDays"),
            ExtensionApproved = fields.Date("extensionApproved"),
            ExtensionNotified = fields.Date("extensionNotified"),
            DelayedUntil = fields.Date("delayedUntil"),
        };
        if (fields.Problem is { } problem) return new Refusal(problem);
        return received is null ? new Refusal(Say("缺少收到申请之日 received。", "the day the request was received, “received”, is missing.")) : facts;
    }

    /// <summary>逐项读取，记住第一处读不懂的地方。</summary>
    private sealed class FieldReader(JsonElement root)
    {
        public string? Problem { get; private set; }

        public DateOnly? Date(string name) => Find(name) is { } element ? DateIn(element, name) : null;

        public int Number(string name)
        {
            if (Find(name) is not { } element) return 0;
            if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number)) return number;
            Problem ??= Say($"{name} 应为整数，不能是 {element.GetRawText()}。", $"{name} should be a whole number, not {element.GetRawText()}.");
            return 0;
        }

        public ImmutableArray<Consultation> Consultations(string name)
        {
            if (Find(name) is not { } list) return [];
            var consultations = ImmutableArray.CreateBuilder<Consultation>();
            if (list.ValueKind != JsonValueKind.Array)
            {
                Problem ??= Say($"{name} 应为 [[\"2025-02-06\",\"2025-02-20\"]] 的样子。", $"{name} should look like [[\"2025-02-06\",\"2025-02-20\"]].");
                return [];
            }

            foreach (var pair in list.EnumerateArray())
            {
                if (pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2 && DateIn(pair[0], name) is { } sent)
                    consultations.Add(new Consultation(sent, pair[1].ValueKind == JsonValueKind.Null ? null : DateIn(pair[1], name)));
                else
                    Problem ??= Say($"{name} 的每一项应为 [\"2025-02-06\",\"2025-02-20\"]，尚未结束的第二个写 null，不能是 {pair.GetRawText()}。",
                        $"each item of {name} should be [\"2025-02-06\",\"2025-02-20\"], with null for the second while it is open, not {pair.GetRawText()}.");
            }

            return consultations.ToImmutable();
        }

        private JsonElement? Find(string name) =>
            root.TryGetProperty(name, out var element) && element.ValueKind != JsonValueKind.Null ? element : null;

        private DateOnly? DateIn(JsonElement element, string name)
        {
            if (element.ValueKind == JsonValueKind.String && OptionValues.TryParseDate(element.GetString(), out var date)) return date;
            Problem ??= Say($"{name} 应为 2025-01-24 样子的日期，不能是 {element.GetRawText()}。", $"{name} should be a date like 2025-01-24, not {element.GetRawText()}.");
            return null;
        }
    }
}
