namespace Gongkai.EndToEnd.Tests;

/// <summary>在页面里数、看键盘焦点的小段脚本。</summary>
internal static class Keyboard
{
    /// <summary>能停的地方有几处（单选组算一处），并准备记下走到过的。</summary>
    public const string CountTargets = """
        () => {
            const visible = element => element.getClientRects().length > 0;
            const targets = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(element => visible(element) && !element.disabled);
            const key = element => element.type === 'radio' ? `radio:${element.name}` : element;
            window.reached = new Set();
            document.addEventListener('focusin', event => window.reached.add(key(event.target)));
            // 日期框里有年、月、日、日历四处。
            window.extra = document.querySelectorAll('input[type=date]').length * 3;
            return new Set(targets.map(key)).size;
        }
        """;

    /// <summary>现在停着的元素若没有看得见的焦点框，说出它是谁；看得见的返回 null。</summary>
    public const string DescribeUnseenFocus = """
        () => {
            const element = document.activeElement;
            if (!element || element === document.body) return null;
            const style = getComputedStyle(element);
            const box = element.getBoundingClientRect();
            const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            return outlined && box.width > 0 && box.bottom > 0 ? null : `${element.outerHTML.slice(0, 160)} 框 ${style.outlineStyle} ${style.outlineWidth}，下缘 ${box.bottom}`;
        }
        """;
}
