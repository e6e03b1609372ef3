using System.Buffers;

namespace Gongkai.Documents.Text;

/// <summary>公文里最常用的字（简体与繁体各一份）：按它们的多少判定一种解码像不像汉语。</summary>
internal static class CommonCharacters
{
    // 坏字（替换符、私用区、控制符）占非 ASCII 字的比例高过它，就不是文字。
    private const double MostBadShare = 0.2;

    // 随机字节按 UTF-16 解也多是合法的生僻字：常用字与 ASCII 至少要占这么多。
    private const double LeastFamiliarShare = 0.3;

    private const string Simplified =
        "一七万三上下不与专且世业东两严个中为主么义之九也习乡书了予争事二于五些交产京亲人什今仍从他代以们件价任众会传但位低住体何"
        + "作你使例便保信候值做儿元先光克党入全八公六共关其具养内再写军农决况准几出分切划列则利别到制前力办加务动劳包化北区十千半华"
        + "单南博即却厂历压原去县参又及反发取受变口另只叫可史号各合同名后向含听员周命和品响商器四回因团国图圆土在地场址均型培基增声"
        + "处备复外多大天太头她好如始委子存学它安完定实审家容密对导将小少就局层展属山工己已市布带常干平年并广应府度建开式引张强当形"
        + "影往征很律得微心必志快思性总息情想意感成我或战所手才打技把报拉持指按据接提支收改放政故效教数整文斗料断斯新方族无日时明易"
        + "是更最月有服期未本术机权村条来极构林果查标栏样根格次正此步段每比毛民气水求江没油治法注活派流济海消深清渠温满火点热然照片"
        + "版物特状率王现理生用由申电界白百的益目直相省看真眼着督知石矿研确示社离种科积称程究空立站第等答算管箱米类精系素纠红约级线"
        + "组细织经结给统维网罚置美群老者而联育能自至般色节花营行街表被装西要见观规角解计认训议记许论讼设证识诉话该说请调象质费资走"
        + "起越路身车转较边达过运近还这进连适选通速造道那邮部都酸采释里重量金铁镇长门问间队阶附际院除难集需青非面革音页项须领题风马"
        + "验高";

    private const string Traditional =
        "並乾來個們備傳價兒內兩別則動務勞區卻參員問單嚴國圓圖團報場壓學實審寫將專對導層屬帶幾廠廣張強後從復徵應戰採據數斷於時書會"
        + "東條業極構標樣機欄權歷氣決沒況溫滿濟為無熱營爭狀現產當發眾確礦種稱積節糾約紅級細組結給統經維網線縣總織罰義習聯聲聽與華萬"
        + "著處號術裝見規親觀計訓記訟設許訴話該認說調請論證識議變費資質車軍較轉辦農這連進運過達適選還邊郵鄉釋鎮鐵長門開間關隊階際離"
        + "難電響頁項須領頭題類風養馬驗體鬥麼點黨";

    private const string Punctuation = "，。、；：？！（）《》〈〉“”‘’【】〔〕—…·　％－／～×○";

    private static readonly SearchValues<char> All = SearchValues.Create(Simplified + Traditional + Punctuation);

    /// <summary>常用字占非 ASCII 字的比例，减去坏字的比例；不像文字的为负无穷。</summary>
    public static double Score(ReadOnlySpan<char> text)
    {
        int common = 0, bad = 0, other = 0, ascii = 0;
        foreach (var c in text)
        {
            if (c is >= ' ' and < '\u007F' or '\t' or '\r' or '\n' or '\f' or '\v') ascii++;
            else if (All.Contains(c)) common++;
            else if (c is < '\u00A0' or '\uFFFD' or (>= '\uE000' and < '\uF900') or '\uFFFE' or '\uFFFF') bad++;
            else other++;
        }

        var wide = common + bad + other;
        if (bad > MostBadShare * wide || common + ascii <= LeastFamiliarShare * (wide + ascii)) return double.NegativeInfinity;
        return wide == 0 ? 0 : (double)(common - bad) / wide;
    }
}
