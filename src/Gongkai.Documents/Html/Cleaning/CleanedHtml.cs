using System.Collections.Immutable;

namespace Gongkai.Documents.Html.Cleaning;

/// <summary>清洗过的正文：只有允许的标签与属性，可以原样放进页面。</summary>
/// <param name="Html">正文；没有内容的为空串。</param>
/// <param name="Paragraphs">正文的纯文字，一段一项，供比较、检索和扫描；表格一行一段，各格以制表符隔开。</param>
/// <param name="Removed">去掉了什么，一样一句，给贴稿的人看；没有去掉的是空的。</param>
public sealed record CleanedHtml(string Html, ImmutableArray<string> Paragraphs, ImmutableArray<string> Removed);
