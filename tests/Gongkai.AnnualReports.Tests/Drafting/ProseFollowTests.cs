using FsCheck;
using FsCheck.Fluent;
using Gongkai.AnnualReports.Drafting;

namespace Gongkai.AnnualReports.Tests.Drafting;

/// <summary>改过的文字随登记走：改过的一字不动，没有改的照现在的登记写，登记变了的指出来。</summary>
public sealed class ProseFollowTests
{
    [Fact]
    public void Regenerating_after_an_edit_keeps_every_edit_and_every_unedited_sentence_follows_its_record() =>
        Prop.ForAll(GeneratedYears.Changed, given =>
        {
            foreach (var (before, now) in ProseDraft.Of(given.Before).Zip(ProseDraft.Of(given.Now)))
            {
                var (text, edits, gone) = Edit(before, new Random(given.Seed));
                var followed = ProseFollow.Follow(before, text, now);

                foreach (var edit in edits) followed.Text.ShouldContain(edit.Text, Case.Sensitive, "改过的一字不动。");
                var touched = edits.Select(edit => edit.Key).Concat(gone).ToHashSet();
                foreach (var piece in now.Pieces.Where(piece => !touched.Contains(piece.Key))) followed.Text.ShouldContain(piece.Text, Case.Sensitive, "没有改的照现在的登记写。");
                foreach (var piece in before.Pieces.Where(piece => !touched.Contains(piece.Key) && now.Pieces.All(one => one.Text != piece.Text))) followed.Text.Split('。').ShouldNotContain(piece.Text.TrimEnd('。'), "旧的数不留着。");
                followed.Marks.Select(mark => mark.Key).Order().ShouldBe(before.Pieces.Where(piece => touched.Contains(piece.Key) && now.Pieces.FirstOrDefault(one => one.Key == piece.Key)?.Text != piece.Text).Select(piece => piece.Key).Order(), "登记变了的，改过、删去的每一句都指出来。");
                ProseFollow.Follow(now, followed.Text, now).Text.ShouldBe(followed.Text, "再跟一次，不变。");
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void An_edited_sentence_whose_record_changed_is_named_with_what_the_record_says_now()
    {
        var before = ProseDraft.Of(new Dictionary<string, string> { ["trainings"] = "2", ["trainingPeople"] = "45", ["meetings"] = "3" })[0];
        var now = ProseDraft.Of(new Dictionary<string, string> { ["trainings"] = "5", ["trainingPeople"] = "90", ["meetings"] = "4", ["accounts"] = "2", ["releases"] = "7" })[0];

        var followed = ProseFollow.Follow(before, before.Text.Replace("开展培训 2 次", "我局办了培训 2 次", StringComparison.Ordinal), now);

        followed.Text.ShouldBe("（四）政府信息公开平台建设。运营政务新媒体账号 2 个，在网站以外的渠道发布信息 7 条。\n（五）监督保障。召开会议部署政府信息公开工作 4 次。我局办了培训 2 次，参加 45 人次。");
        followed.Marks.ShouldHaveSingleItem().Message.ShouldBe("第1部分改过的“我局办了培训 2 次，参加 45 人次。”，登记变了：现在写作“开展培训 5 次，参加 90 人次。”");
    }

    [Fact]
    public void A_text_from_before_the_draft_was_kept_stays_as_it_is()
    {
        var now = ProseDraft.Of(new Dictionary<string, string> { ["fees"] = "0" })[2];
        ProseFollow.Follow(null, "本年度没有收取信息处理费。另有说明。", now).ShouldSatisfyAllConditions(followed => followed.Text.ShouldBe("本年度没有收取信息处理费。另有说明。"), followed => followed.Marks.ShouldBeEmpty());
    }

    // 照种子改几句（前面加字、改数）、删几句、添一段。
    private static (string Text, List<(string Key, string Text)> Edits, List<string> Gone) Edit(DraftedSection section, Random random)
    {
        List<(string, string)> edits = [];
        List<string> gone = [];
        var pieces = new List<ProsePiece>();
        foreach (var piece in section.Pieces)
        {
            var heading = piece.Text[0] == '（';
            switch (heading ? 9 : random.Next(6))
            {
                case 0:
                    var edited = piece with { Text = $"另外，{piece.Text}" };
                    edits.Add((piece.Key, edited.Text));
                    pieces.Add(edited);
                    break;
                case 1:
                    gone.Add(piece.Key);
                    break;
                default:
                    pieces.Add(piece);
                    break;
            }
        }

        if (random.Next(2) == 0)
        {
            pieces.Add(new ProsePiece("added", "本单位另设了便民服务点。", true));
            edits.Add(("added", "本单位另设了便民服务点。"));
        }

        return (string.Concat(pieces.Select((piece, at) => piece.Starts && at > 0 ? $"\n{piece.Text}" : piece.Text)), edits, gone);
    }
}
