/** 格子的走法与贴法。 */

function rowsOf(cell: HTMLElement): HTMLInputElement[][] {
  const table = cell.closest('table')!;
  return [...table.rows].map(row => [...row.querySelectorAll<HTMLInputElement>('input.grid-cell')]).filter(cells => cells.length > 0);
}

function placeOf(rows: HTMLInputElement[][], cell: HTMLInputElement): [number, number] {
  const row = rows.findIndex(cells => cells.includes(cell));
  return [row, row < 0 ? -1 : rows[row]!.indexOf(cell)];
}

/** 这个键走到哪一格；不走的没有。左右键在字的头尾才走；回车往下，Shift 加回车往上；Tab 按页面的次序，不必管。 */
export function neighbour(cell: HTMLInputElement, event: KeyboardEvent): HTMLInputElement | undefined {
  const rows = rowsOf(cell);
  const [row, column] = placeOf(rows, cell);
  const atStart = cell.selectionStart === 0 && (cell.selectionEnd === 0 || cell.selectionEnd === cell.value.length);
  const atEnd = cell.selectionEnd === cell.value.length;
  const inRow = (at: number): HTMLInputElement | undefined => rows[at]?.[Math.min(column, rows[at].length - 1)];
  switch (event.key) {
    case 'ArrowUp': return inRow(row - 1);
    case 'ArrowDown': return inRow(row + 1);
    // 走到底了也不把表单交出去。
    case 'Enter': return inRow(event.shiftKey ? row - 1 : row + 1) ?? cell;
    case 'ArrowLeft': return atStart ? rows[row]?.[column - 1] : undefined;
    case 'ArrowRight': return atEnd ? rows[row]?.[column + 1] : undefined;
    default: return undefined;
  }
}

/** 只有一个值的，贴在光标处；答复贴以前是什么。有制表符、换行的不在这里贴。 */
export function filled(cell: HTMLInputElement, text: string): Map<HTMLInputElement, string> | undefined {
  const line = text.replace(/[\r\n]+$/, '');
  if (/[\t\n]/.test(line)) return undefined;
  const before = new Map([[cell, cell.value]]);
  const [start, end] = [cell.selectionStart ?? 0, cell.selectionEnd ?? cell.value.length];
  cell.value = plain(cell.value.slice(0, start) + line + cell.value.slice(end));
  return before;
}

/** 从这一格起往右、往下填；一行里多出来的不填，空着的填成空。答复填以前各是什么。 */
export function paste(cell: HTMLInputElement, text: string): Map<HTMLInputElement, string> {
  const rows = rowsOf(cell);
  const [row, column] = placeOf(rows, cell);
  const before = new Map<HTMLInputElement, string>();
  text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').forEach((line, down) => line.split('\t').forEach((value, right) => {
    const target = rows[row + down]?.[column + right];
    if (!target) return;
    before.set(target, target.value);
    target.value = plain(value);
  }));
  return before;
}

/** 全角的数字变半角，去掉千分位、空格和引号；不是数的照原样，由服务器说。 */
export function plain(text: string): string {
  const half = text.normalize('NFKC').trim().replace(/^"(.*)"$/, '$1').trim();
  const number = half.replace(/[,，\s]/g, '');
  return /^[-+]?\d*\.?\d*$/.test(number) ? number : half;
}
