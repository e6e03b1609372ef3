/** 合计随各格变：原来等于各格之和的合计，一格变了跟着变；原来就对不上的不动，由规则去查。答复变以前各是什么。 */
export function follow(form: HTMLFormElement, changed: HTMLInputElement[]): Map<HTMLInputElement, string> {
  const before = new Map<HTMLInputElement, string>();
  const sums = [...form.querySelectorAll<HTMLInputElement>('input[data-sum]')].map(total => ({ total, parts: partsOf(form, total) }));
  const waiting = [...changed];
  for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
    for (const { total, parts } of sums) {
      if (!parts.includes(cell) || changed.includes(total) || !follows(total)) continue;
      const text = sumOf(parts);
      if (text === undefined || text === total.value) continue;
      if (!before.has(total)) before.set(total, total.value);
      total.value = text;
      waiting.push(total);
    }
  }
  return before;
}

function partsOf(form: HTMLFormElement, total: HTMLInputElement): HTMLInputElement[] {
  return total.dataset.sum!.split(' ').map(name => form.elements.namedItem(name)).filter((one): one is HTMLInputElement => one instanceof HTMLInputElement);
}

/** 打开时就对不上的、人自己填过的合计，以后不去改它。 */
export function markTyped(form: HTMLFormElement, changed?: HTMLInputElement[]): void {
  for (const total of changed ?? form.querySelectorAll<HTMLInputElement>('input[data-sum]'))
    if (total.dataset.sum !== undefined && (changed || total.value.trim() === '' || sumOf(partsOf(form, total)) !== total.value)) total.dataset.typed = '';
}

function follows(total: HTMLInputElement): boolean {
  return total.dataset.typed === undefined;
}

function sumOf(parts: HTMLInputElement[]): string | undefined {
  let sum = 0;
  for (const part of parts) {
    const number = Number(part.value.trim() === '' ? '0' : part.value.normalize('NFKC').replace(/[,，\s]/g, ''));
    if (Number.isNaN(number)) return undefined;
    sum += number;
  }
  return String(Math.round(sum * 1e6) / 1e6);
}
