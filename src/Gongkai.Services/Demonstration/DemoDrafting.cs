using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Data.Attachments;
using Gongkai.Organisations.Units;
using Gongkai.Publication.Catalogue;
using Gongkai.Publication.Drafting;
using Gongkai.Services.Publication;

namespace Gongkai.Services.Demonstration;

/// <summary>照样式写出一条：元数据、正文、附件。随机数由第几条来，与别的条、与先后无关。</summary>
internal sealed class DemoDrafting
{
    private readonly DemoStory _story;
    private readonly Random _random;
    private readonly Dictionary<string, string> _values;

    private DemoDrafting(int seed, DemoStory story)
    {
        _story = story;
        _random = new Random(HashCode(seed, story.Number));
        var (unit, date) = (story.Unit, story.CreatedOn);
        _values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["unit"] = unit.Facts.Name, ["short"] = unit.Facts.ShortName!, ["place"] = unit.Place, ["licence"] = unit.Licence ?? "", ["topic"] = unit.Topics[_random.Next(unit.Topics.Length)],
            ["year"] = $"{date.Year}", ["month"] = $"{date.Month}", ["date"] = $"{date:yyyy年M月d日}", ["number"] = $"{story.DocumentNumber}",
        };
        foreach (var (name, text) in story.Template.Lets) _values[name] = Fill(text);
    }

    /// <summary>写出来；附件写成字节，收下由 <paramref name="accept"/>。</summary>
    /// <param name="publisher">发布机构。</param>
    /// <param name="accept">收下一个附件，给出名称、种类与内容；种类此处做不出的答空。</param>
    public static async Task<DraftInput> Write(int seed, DemoStory story, UnitId publisher, Func<string, string, DemoTable?, string, Task<AttachedFile?>> accept)
    {
        var drafting = new DemoDrafting(seed, story);
        var title = drafting.Fill(story.Template.Title);
        var metadata = drafting.Metadata(title, publisher);
        var (html, table) = drafting.Body();
        var added = ImmutableArray.CreateBuilder<AttachedFile>();
        foreach (var attachment in story.Template.Attachments)
        {
            var parts = drafting.Fill(attachment).Split(' ', 2);
            if (await accept(parts[0], parts[1], table, story.Unit.Facts.Name) is { } file) added.Add(file);
        }

        var choice = story.IsOpen ? DisclosureChoice.Active : drafting.NotActive();
        var responsibility = new Responsibility { Source = SourceKind.Made, Body = new ResponsibleBody(publisher, story.Unit.Facts.Name) };
        return new DraftInput(metadata, choice, responsibility, html) { Added = added.ToImmutable() };
    }

    private ItemMetadata Metadata(string title, UnitId publisher)
    {
        var genre = Enum.Parse<Genre>(Fill(_story.Template.Genre));
        return new ItemMetadata
        {
            Title = title, Description = Fill(_story.Template.Summary), CreatedOn = _story.CreatedOn, Publisher = publisher, Genre = genre,
            DocumentNumber = genre.IsOfficialDocument() ? new DocumentNumber(_story.Unit.NumberCode, _story.CreatedOn.Year, _story.DocumentNumber) : null,
            Subject = _story.Unit.Subject, DisclosureCategory = Fill(_story.Template.Category), Keywords = [_values["topic"]],
        };
    }

    private DisclosureChoice NotActive() => _random.Next(2) == 0
        ? new DisclosureChoice { Mode = DisclosureMode.OnRequest, Reason = "只与个别申请人的生产、生活有关。" }
        : new DisclosureChoice { Mode = DisclosureMode.NotOpen, Reason = "仍在研究讨论之中。", Ground = NonDisclosureGround.ProcessInformation, OtherwiseMustBeOpen = false };

    private (string Html, DemoTable? Table) Body()
    {
        var html = new StringBuilder();
        var rows = new List<string[]>();
        string[]? columns = null;
        var repeat = 1;
        foreach (var (kind, text) in _story.Template.Parts)
        {
            if (kind == "rows") repeat = Between(text);
            else if (kind == "columns") columns = Fill(text).Split('|');
            else if (kind == "row") for (var row = 1; row <= repeat; row++) rows.Add(Fill(text.Replace("{row}", row.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Split('|'));
            else
            {
                Close();
                html.Append(kind == "h" ? $"<h2>{Encoded(Fill(text))}</h2>" : $"<p>{Encoded(Fill(text))}</p>");
            }
        }

        Close();
        html.Append($"<p>{Encoded(_story.Unit.Facts.Name)}</p><p>{_values["date"]}</p>");
        return (html.ToString(), columns is null ? null : new DemoTable(columns, [.. rows]));

        // 一张表到此为止：排进正文；各行留着，附件的表也用它。
        void Close()
        {
            if (columns is null || html.ToString().Contains("<table>", StringComparison.Ordinal)) return;
            html.Append("<table><thead><tr>").AppendJoin("", columns.Select(column => $"<th scope=\"col\">{Encoded(column)}</th>")).Append("</tr></thead><tbody>");
            foreach (var row in rows) html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Encoded(cell)}</td>")).Append("</tr>");
            html.Append("</tbody></table>");
        }
    }

    private int Between(string ends) => ends.Split(' ') is [var low, var high]
        ? _random.Next(int.Parse(low, CultureInfo.InvariantCulture), int.Parse(high, CultureInfo.InvariantCulture) + 1) : 1;

    private string Fill(string text) => DemoText.Fill(text, _values, _random);

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);

    // 框架的散列每次启动都不同，这里要次次一样。
    private static int HashCode(int seed, int number) => unchecked((seed * 31) + (number * 7919));
}

/// <summary>正文里的一张表。</summary>
internal sealed record DemoTable(string[] Columns, string[][] Rows);
