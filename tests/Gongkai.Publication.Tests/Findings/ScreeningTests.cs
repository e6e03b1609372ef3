using System.Collections.Immutable;
using Gongkai.Publication.Drafting;
using Gongkai.Publication.Findings;
using Gongkai.Publication.Review;
using Gongkai.Scanning;
using static Gongkai.Publication.Tests.InventedItems;

namespace Gongkai.Publication.Tests.Findings;

/// <summary>扫描的命中怎样算处置了：副本里没有了、豁免了；没有查过的、没有公开的一份的，都不得发布。</summary>
public sealed class ScreeningTests
{
    private static readonly Attachment File = new(new AttachmentId(Guid.NewGuid()), "名录.docx", "aa", 100, "application/docx");

    private static readonly ScanFinding Hidden = new(ScanKind.HiddenText, ScanSeverity.Error, "第3段", "经办人……", "隐藏文字");

    private static readonly ScanFinding Number = new(ScanKind.ResidentId, ScanSeverity.Error, "第3段", "11*************02X", "居民身份证号");

    [Fact]
    public void What_cleaning_removed_is_answered_and_what_is_left_in_the_copy_blocks()
    {
        var examination = Examined([Hidden, Number, Number with { Where = "第9段" }], left: [Number with { Where = "第8段" }]);

        var screening = Screen(examination);

        screening.Findings.Select(answered => answered.Answer).ShouldBe([FindingAnswer.Removed, FindingAnswer.Open, FindingAnswer.Removed]);
        screening.Unresolved.ShouldHaveSingleItem().Where.ShouldBe("附件“名录.docx” 第3段");
        screening.Released.ShouldHaveSingleItem().ContentHash.ShouldBe("bb");
    }

    [Fact]
    public void What_only_the_copy_shows_is_found_too()
    {
        FileExamination.Compare([Hidden], [Number]).ShouldBe([new ExaminedFinding(Hidden, true), new ExaminedFinding(Number, false)]);
    }

    [Fact]
    public void Without_a_copy_nothing_is_removed_and_errors_block()
    {
        var screening = Screen(Examined([Hidden], left: null));

        screening.Findings.ShouldHaveSingleItem().Answer.ShouldBe(FindingAnswer.Open);
        screening.Released.ShouldHaveSingleItem().ContentHash.ShouldBe("aa", "没有副本的，公开的是原件：有错误就不会走到发布。");
    }

    [Fact]
    public void A_file_that_was_not_looked_into_blocks_and_cannot_be_released()
    {
        foreach (var examination in (FileExamination?[])[null, new FileExamination("aa", "版本", At(0)) { Unseen = "文件已加密" }])
        {
            var screening = Screen(examination);
            screening.Findings.ShouldHaveSingleItem().Blocks.ShouldBeTrue();
            screening.Released.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Warnings_are_shown_and_do_not_block()
    {
        var screening = Screen(Examined([Number with { Severity = ScanSeverity.Warning }], left: null));

        screening.Findings.ShouldHaveSingleItem().Answer.ShouldBe(FindingAnswer.NotNeeded);
        screening.Unresolved.ShouldBeEmpty();
    }

    [Fact]
    public void An_exemption_holds_for_its_finding_and_its_content_alone()
    {
        var first = Screen(Examined([Number, Number], left: null)).Findings;
        first[0].Finding.Print.ShouldNotBe(first[1].Finding.Print, "一样的两处也要分得开。");
        var exemption = new Exemption(new ExemptionId(Guid.NewGuid()), 1, Item().Id, first[0].Finding.Print, "", "", "", "依法公告", Handler, At(1)) { Standing = ExemptionStanding.Granted };

        Screen(Examined([Number, Number], left: null), [exemption]).Findings.Select(answered => answered.Answer).ShouldBe([FindingAnswer.Exempted, FindingAnswer.Open]);
        Screen(Examined([Number], left: null) with { Hash = "cc" }, [exemption], File with { ContentHash = "cc" }).Findings.ShouldHaveSingleItem().Answer.ShouldBe(FindingAnswer.Open);
        Screen(Examined([Number], left: null), [exemption with { Standing = ExemptionStanding.Asked }]).Findings.ShouldHaveSingleItem().Blocks.ShouldBeTrue();
        Screen(Examined([Number], left: null), [exemption with { Standing = ExemptionStanding.Refused }]).Findings.ShouldHaveSingleItem().Blocks.ShouldBeTrue();
    }

    [Fact]
    public void The_public_sees_the_copy_under_the_name_of_its_own_kind()
    {
        var old = File with { FileName = "名录.doc" };
        var shown = ReleasedFile.Show(Draft with { Content = Content with { Attachments = [old] } }, Screen(Examined([], left: []), [], old).Released);

        var file = shown.Content.Attachments.ShouldHaveSingleItem();
        (file.Id, file.FileName, file.ContentHash, file.Size).ShouldBe((old.Id, "名录.docx", "bb", 90));
    }

    [Fact]
    public void Publishing_records_what_is_released_and_is_refused_without_it()
    {
        var draft = Draft with { Content = Content with { Attachments = [File] } };
        var approved = Approved(draft: draft);
        var facts = ItemDecisions.FactsOf(approved, ReviewPlan.ThreeReviews, Publisher, Screened(approved), Today);

        ReviewDecisions.Decide(approved.State, Publish, facts with { Released = [] }).Refusal!.Reason.ShouldContain("名录.docx");
        ReviewDecisions.Decide(approved.State, Publish, facts with { Released = [facts.Released[0] with { OriginalHash = "别的" }] }).Succeeded.ShouldBeFalse();
        var published = approved.Apply(ReviewDecisions.Decide(approved.State, Publish, facts with { Released = Screen(Examined([], left: [])).Released }).Value);
        published.Shown!.Content.Attachments.ShouldHaveSingleItem().ContentHash.ShouldBe("bb");
        Do(published, Command(ReviewAction.Withdraw, ReviewRole.SecrecyReviewer, Secrecy) with { Text = "有误" }).State.Released.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_said_to_the_public_is_looked_at_too()
    {
        var approved = Approved();
        var facts = ItemDecisions.FactsOf(approved, ReviewPlan.ThreeReviews, Publisher, Screened(approved), Today) with { NoteFindings = [new UnresolvedFinding("居民身份证号", "第1行")] };

        ReviewDecisions.Decide(approved.State, Publish, facts).Refusal!.Reason.ShouldBe("写给公众看的话里有不能公开的内容，请改了再办：第1行，居民身份证号。");
    }

    private static FileExamination Examined(ImmutableArray<ScanFinding> original, ImmutableArray<ScanFinding>? left) => new("aa", "版本", At(0))
    {
        Findings = FileExamination.Compare(original, left is { } some ? some : null),
        Copy = left is null ? null : new ProvenCopy("bb", 90, ".docx", "application/docx", ["批注"]),
        WithoutCopy = left is null ? "做不成" : null,
    };

    private static ItemScreening Screen(FileExamination? examination, ImmutableArray<Exemption> exemptions = default, Attachment? file = null)
    {
        file ??= File;
        Dictionary<string, FileExamination> known = examination is null ? [] : new() { [file.ContentHash] = examination with { Hash = file.ContentHash } };
        return ItemScreening.Of(Item().Id, Draft with { Content = Content with { Attachments = [file] } }, [], known, exemptions.IsDefault ? [] : exemptions, text => text);
    }
}
