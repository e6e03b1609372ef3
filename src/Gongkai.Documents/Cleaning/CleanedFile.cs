namespace Gongkai.Documents.Cleaning;

/// <summary>净化过的一份文件。</summary>
/// <param name="Content">内容。</param>
/// <param name="Extension">扩展名，连点；旧式文档净化之后是 .docx 或 .xlsx。</param>
/// <param name="Removed">去掉了什么，给人看，一项一句；什么也没有去掉的为空。</param>
public sealed record CleanedFile(ReadOnlyMemory<byte> Content, string Extension, IReadOnlyList<string> Removed);
