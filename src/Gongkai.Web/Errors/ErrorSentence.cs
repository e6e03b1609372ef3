namespace Gongkai.Web.Errors;

/// <summary>错误页上的话：题目、发生了什么、接着可以做什么。</summary>
internal sealed record ErrorSentence(string Title, string Explanation, string Advice)
{
    private static readonly Dictionary<int, ErrorSentence> ByStatus = new()
    {
        [400] = new("请求不完整", "服务器看不懂这次请求，可能是表单打开得太久，或者网址被改动过。", "回到前一页，刷新以后再试一次。"),
        [401] = new("需要登录", "这里的内容登录以后才能看。", "请先登录，再打开这个网址。"),
        [403] = new("没有权限", "您现在的身份不能看这里的内容，或者不能做这件事。", "需要这项权限的，请联系本单位的系统管理员。"),
        [404] = new("没有找到", "这个网址没有内容：可能输错了，可能信息已经撤回，也可能栏目作了调整。", "可以从首页按栏目查找，或者按标题、文号检索。"),
        [405] = new("不能这样访问", "这个网址不接受这种访问方式。", "请从页面上的链接或按钮进入。"),
        [410] = new("已经撤回", "这个网址上的内容曾经公开，现在已经撤回。", "需要的，可以向发布的机关申请获取。"),
        [413] = new("文件太大", "提交的内容超过了允许的大小，没有保存。", "请把文件拆小或压缩后再提交。"),
        [415] = new("内容的种类不对", "这个地址不收这样的内容。", "接口收 JSON（Content-Type: application/json）；写法见接口的说明。"),
        [429] = new("操作太频繁", "短时间内的请求太多，为了不影响他人，暂时不再受理。", "请稍等一会儿再试。"),
        [500] = new("服务器出错", "程序遇到意外，没有办成。这不是您的过错，情况已经记录下来。", "请稍后再试；再次出现的，把下面的编号告诉我们。"),
        [503] = new("暂时不能服务", "网站正在维护，或者访问的人太多。", "请过几分钟再试。"),
    };

    public static ErrorSentence For(int status) =>
        ByStatus.TryGetValue(status, out var sentence) ? sentence : status < 500 ? ByStatus[400] : ByStatus[500];
}
