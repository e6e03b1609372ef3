/**
 * 年报的格子：方向键走，从表格软件里贴一片，Ctrl+Z 撤回贴的；停下来就让服务器照同一套规则查一遍，查出的换上。
 * 没有脚本也能填、能查：按“照改过的再查一遍”。
 */
export function attachReportGrid(root: ParentNode): void {
  const grid = root.querySelector<HTMLElement>('[data-grid]');
  const form = grid?.closest('form');
  if (!grid || !form) return;
  const undone: Map<HTMLInputElement, string>[] = [];
  grid.addEventListener('keydown', event => {
    const cell = event.target as HTMLInputElement;
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && undone.length > 0) {
      event.preventDefault();
      for (const [one, before] of undone.pop()!) one.value = before;
      checkSoon(form);
      return;
    }
    const next = neighbour(cell, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });
  grid.addEventListener('paste', event => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const cell = event.target as HTMLInputElement;
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    undone.push(paste(cell, text));
    checkSoon(form);
  });
  form.addEventListener('input', () => checkSoon(form));
}

function rowsOf(cell: HTMLElement): HTMLInputElement[][] {
  const table = cell.closest('table')!;
  return [...table.rows].map(row => [...row.querySelectorAll<HTMLInputElement>('input.grid-cell')]).filter(cells => cells.length > 0);
}

function placeOf(rows: HTMLInputElement[][], cell: HTMLInputElement): [number, number] {
  const row = rows.findIndex(cells => cells.includes(cell));
  return [row, row < 0 ? -1 : rows[row]!.indexOf(cell)];
}

function neighbour(cell: HTMLInputElement, event: KeyboardEvent): HTMLInputElement | undefined {
  const rows = rowsOf(cell);
  const [row, column] = placeOf(rows, cell);
  const atStart = cell.selectionStart === 0 && (cell.selectionEnd === 0 || cell.selectionEnd === cell.value.length);
  const atEnd = cell.selectionEnd === cell.value.length;
  switch (event.key) {
    case 'ArrowUp': return rows[row - 1]?.[column];
    case 'ArrowDown':
    case 'Enter': return rows[row + 1]?.[column];
    case 'ArrowLeft': return atStart ? rows[row]?.[column - 1] : undefined;
    case 'ArrowRight': return atEnd ? rows[row]?.[column + 1] : undefined;
    default: return undefined;
  }
}

/** 从这一格起往右、往下填；答复填以前各是什么。 */
function paste(cell: HTMLInputElement, text: string): Map<HTMLInputElement, string> {
  const rows = rowsOf(cell);
  const [row, column] = placeOf(rows, cell);
  const before = new Map<HTMLInputElement, string>();
  text.replace(/\r/g, '').replace(/\n$/, '').split('\n').forEach((line, down) => line.split('\t').forEach((value, right) => {
    const target = rows[row + down]?.[column + right];
    if (!target) return;
    before.set(target, target.value);
    target.value = value.trim().replace(/,/g, '');
  }));
  return before;
}

let waiting = 0;
let asked = 0;

function checkSoon(form: HTMLFormElement): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void check(form), 700);
}

async function check(form: HTMLFormElement): Promise<void> {
  const turn = ++asked;
  const content = new FormData(form);
  content.set('Act', 'check');
  const answer = await fetch(location.href, { method: 'POST', body: content }).catch(() => undefined);
  if (!answer || answer.redirected || turn !== asked) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const cell of form.querySelectorAll<HTMLInputElement>('input.grid-cell')) {
    const checked = page.querySelector<HTMLInputElement>(`input.grid-cell[name="${CSS.escape(cell.name)}"]`);
    if (checked) cell.className = checked.className;
  }
  for (const place of ['[data-grid-findings]', '[data-grid-live]']) {
    const [old, fresh] = [document.querySelector(place), page.querySelector(place)];
    if (old && fresh && !old.contains(document.activeElement)) old.replaceWith(document.adoptNode(fresh));
  }
}
