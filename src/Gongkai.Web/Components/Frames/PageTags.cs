namespace Gongkai.Web.Components.Frames;

/// <summary>栏目页的网页标签（《政府网站发展指引》）：名称、描述、关键词、类别。</summary>
public sealed record ColumnTags(string Name, string Description, string Keywords, string Type = "政府信息公开");

/// <summary>内容页的网页标签：标题、发布时间（北京时间 yyyy-MM-dd HH:mm）、来源。</summary>
public sealed record ArticleTags(string Title, string PublishedAt, string Source);
