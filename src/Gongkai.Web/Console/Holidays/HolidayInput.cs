using System.Collections.Immutable;
using System.Globalization;
using Gongkai.Law;
using Gongkai.Law.Calendar;
using Gongkai.Services.Calendars;
using Microsoft.AspNetCore.Http;

namespace Gongkai.Web.Console.Holidays;

/// <summary>录入通知的表单填的：没有收的照样填着。</summary>
/// <param name="Key">提交的钥匙：双击只做一次。</param>
public sealed record HolidayInput(string Key)
{
    /// <summary>题目。</summary>
    public string Title { get; init; } = "";

    /// <summary>文号。</summary>
    public string Number { get; init; } = "";

    /// <summary>年份。</summary>
    public string Year { get; init; } = "";

    /// <summary>是全年的安排。</summary>
    public bool IsWholeYear { get; init; }

    /// <summary>放假的日子，一行一个节日。</summary>
    public string Off { get; init; } = "";

    /// <summary>调休上班的日子，一行一个节日。</summary>
    public string MakeUp { get; init; } = "";

    /// <summary>出处。</summary>
    public string Source { get; init; } = "";

    /// <summary>撤销从前的哪一份；不撤销的是空的。</summary>
    public string Withdraws { get; init; } = "";

    /// <summary>新的一张。</summary>
    public static HolidayInput Fresh() => new(Guid.NewGuid().ToString("N"));

    /// <summary>读交上来的。</summary>
    public static HolidayInput Read(IFormCollection form) => new(form["key"].ToString())
    {
        Title = form["Title"].ToString(), Number = form["Number"].ToString(), Year = form["Year"].ToString().Trim(), IsWholeYear = form["IsWholeYear"] == "true",
        Off = form["Off"].ToString(), MakeUp = form["MakeUp"].ToString(), Source = form["Source"].ToString(), Withdraws = form["Withdraws"].ToString(),
    };

    /// <summary>读成通知；日子写得不对的，说出在哪一栏。</summary>
    public Outcome<HolidayNotice> ToNotice()
    {
        var (off, makeUp) = (NoticeDays.Read(Off), NoticeDays.Read(MakeUp));
        NoticeFault?[] faults = [off.Refusal is { } one ? new NoticeFault(nameof(Off), one.Reason) : null, makeUp.Refusal is { } other ? new NoticeFault(nameof(MakeUp), other.Reason) : null];
        if (faults.OfType<NoticeFault>().ToImmutableArray() is { IsEmpty: false } wrong) return new NoticeRefusal(wrong);
        return new HolidayNotice
        {
            Title = Title, Number = Number, Source = Source, IsWholeYear = IsWholeYear, Off = off.Value, MakeUp = makeUp.Value,
            Year = int.TryParse(Year, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0,
        };
    }
}
