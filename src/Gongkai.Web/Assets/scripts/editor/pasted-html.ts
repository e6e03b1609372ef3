/**
 * 贴来的 HTML 进编辑器之前先理一遍：行内样式、样式块、脚本不要（内容策略也不许），居中居右换成页面认得的类，标题从二级起，图片不留。
 * 这里只为所见即所得；存的时候服务器另行清洗，以服务器的为准。
 */
export function tidyPasted(html: string): { html: string; pictures: number } {
  const pictures = (html.match(/<img\b/gi) ?? []).length;
  const tidy = html
    .replace(/<(style|script|xml)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<img\b[^>]*>/gi, '')
    .replace(/<(\/?)h1\b/gi, '<$1h2').replace(/<(\/?)h[56]\b/gi, '<$1h4')
    .replace(/<([a-z][a-z0-9]*)((?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?)>/gi, (_, name: string, attributes: string) => `<${name}${alignmentOf(attributes)}${attributes.replace(inlineStyle, '')}>`);
  return { html: tidy, pictures };
}

const inlineStyle = /\s(?:style|class|align|on[a-z]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

function alignmentOf(attributes: string): string {
  const found = /text-align\s*:\s*(center|right|end)/i.exec(attributes) ?? /\salign\s*=\s*["']?(center|right)/i.exec(attributes) ?? /["'\s]text-(center|end)\b/.exec(attributes);
  return found ? ` class="text-${found[1].toLowerCase() === 'center' ? 'center' : 'end'}"` : '';
}
