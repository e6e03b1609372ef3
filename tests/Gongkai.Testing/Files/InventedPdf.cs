using System.Text;

namespace Gongkai.Testing.Files;

/// <summary>编出来的 PDF。</summary>
public static class InventedPdf
{
    /// <summary>只有页的树，够数页数。</summary>
    public static byte[] Blank(int pages)
    {
        var text = new StringBuilder("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n");
        text.Append($"2 0 obj\n<< /Type /Pages /Count {pages} /Kids [{string.Join(' ', Enumerable.Range(3, pages).Select(number => $"{number} 0 R"))}] >>\nendobj\n");
        for (var number = 3; number < pages + 3; number++) text.Append($"{number} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n");
        text.Append("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
