/** 检索框的提示：停一停再问，把查得到的题目放进候选。没有脚本时照常检索，查不到的页面另有“您是不是要找”。 */
const pause = 250;

export function attachSearchSuggestions(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[data-suggestions]')) attach(input);
}

function attach(input: HTMLInputElement): void {
  const address = input.dataset.suggestions;
  if (!address) return;
  const options = document.createElement('datalist');
  options.id = `${input.id}-suggestions`;
  input.after(options);
  input.setAttribute('list', options.id);

  let timer = 0;
  let asked = '';
  const ask = async (): Promise<void> => {
    const text = input.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    const response = await fetch(`${address}?q=${encodeURIComponent(text)}`);
    if (!response.ok || asked !== text) return;
    const titles = (await response.json()) as string[];
    options.replaceChildren(...titles.map(title => new Option(title, title)));
  };
  input.addEventListener('input', event => {
    // 还在用输入法拼写的，不问。
    if (event instanceof InputEvent && event.isComposing) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(() => undefined), pause);
  });
  input.addEventListener('compositionend', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask().catch(() => undefined), pause);
  });
}
