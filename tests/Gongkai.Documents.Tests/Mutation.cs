namespace Gongkai.Documents.Tests;

/// <summary>把一份好文件随机弄坏：改字节、删一段、插一段、重复一段。</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] whole, Random random)
    {
        var content = new List<byte>(whole);
        for (var change = random.Next(1, 6); change > 0 && content.Count > 1; change--)
        {
            var at = random.Next(content.Count);
            var length = Math.Min(random.Next(1, 24), content.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    content[at] = (byte)random.Next(256);
                    break;
                case 1:
                    content[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    content.RemoveRange(at, length);
                    break;
                case 3:
                    content.InsertRange(at, content.GetRange(random.Next(content.Count - length + 1), length));
                    break;
                default:
                    for (var i = 0; i < length; i++) content[at + i] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. content];
    }
}
