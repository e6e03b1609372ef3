import { keepGridDraft, forgetGridDrafts } from './grid-draft';
import { checkSoon, saveFrom, watchConnection } from './grid-server';
import { EditHistory } from './grid-history';
import { filled, neighbour, paste } from './grid-keys';
import { follow, markTyped } from './grid-sums';

/**
 * 年报的格子，像表格软件一样用：方向键、回车、Tab 走，从 Excel、WPS 里贴一片，撤回、重做，合计随着加；
 * 停下来就让服务器照同一套规则查一遍，查出的换上。断了网，填的留在浏览器里，通了接着查、接着存。
 * 没有脚本也能填、能查、能存：按“照改过的再查一遍”“存成一版”。
 */
export function attachReportGrid(root: ParentNode): void {
  forgetGridDrafts(root);
  document.addEventListener('grid-answered', () => attach(document));
  attach(root);
}

function attach(root: ParentNode): void {
  const grid = root.querySelector<HTMLElement>('[data-grid]');
  const form = grid?.closest('form');
  if (!grid || !form) return;
  markTyped(form);
  watchConnection(form);
  const history = new EditHistory();
  const changed = (): void => {
    draft.keep();
    checkSoon(form);
  };
  const draft = keepGridDraft(form, () => checkSoon(form));

  grid.addEventListener('focusin', event => history.look(event.target));
  grid.addEventListener('input', event => {
    const cell = event.target;
    if (!(cell instanceof HTMLInputElement) || !cell.classList.contains('grid-cell')) return;
    history.typed(cell);
    markTyped(form, [cell]);
    history.add(follow(form, [cell]));
  });
  grid.addEventListener('keydown', event => {
    const cell = event.target;
    if (!(cell instanceof HTMLInputElement) || !cell.classList.contains('grid-cell')) return;
    const key = event.key.toLowerCase();
    if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
      event.preventDefault();
      const moved = key === 'y' || event.shiftKey ? history.redo() : history.undo();
      if (!moved) return;
      moved.focus();
      moved.select();
      changed();
      return;
    }
    const next = neighbour(cell, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.select();
  });
  grid.addEventListener('paste', event => {
    const cell = event.target;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!(cell instanceof HTMLInputElement) || !cell.classList.contains('grid-cell')) return;
    event.preventDefault();
    const before = filled(cell, text) ?? paste(cell, text);
    history.begin(before);
    markTyped(form, [...before.keys()]);
    history.add(follow(form, [...before.keys()]));
    changed();
  });
  form.addEventListener('input', changed);
  form.addEventListener('submit', event => saveFrom(form, event, draft));
}
