/**
 * 快捷键：单键，可以关（记在这个浏览器里）。正在输入、按着 Ctrl 等、正在用输入法时不起作用。
 * 按键只是点开、移到页面上写着 data-key 的那一处，不替人提交；没有脚本时什么也不少。
 */
const storageKey = 'shortcuts';
const sequenceTime = 1200;

export function attachShortcuts(root: Document): void {
  const dialog = root.querySelector<HTMLDialogElement>('dialog[data-shortcuts]');
  if (!dialog) return;
  const toggle = dialog.querySelector<HTMLInputElement>('[data-shortcuts-on]');
  const opener = root.querySelector<HTMLButtonElement>('[data-shortcuts-open]');
  if (toggle) {
    toggle.checked = enabled();
    toggle.addEventListener('change', () => localStorage.setItem(storageKey, toggle.checked ? 'on' : 'off'));
  }
  if (opener) {
    opener.hidden = false;
    opener.addEventListener('click', () => dialog.showModal());
  }

  let first = '';
  let at = 0;
  root.addEventListener('keydown', event => {
    if (!enabled() || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    if (event.key === '?') {
      event.preventDefault();
      if (dialog.open) dialog.close();
      else dialog.showModal();
      return;
    }
    if (dialog.open || event.key.length !== 1) return;
    const sequence = first && event.timeStamp - at < sequenceTime ? `${first} ${event.key}` : event.key;
    first = '';
    if (sequence === 'g') {
      first = 'g';
      at = event.timeStamp;
      return;
    }
    if (act(root, sequence)) event.preventDefault();
  });
}

function enabled(): boolean {
  return localStorage.getItem(storageKey) !== 'off';
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type);
}

function act(root: Document, key: string): boolean {
  if (key === 'j' || key === 'k') return move(root, key === 'j' ? 1 : -1);
  if (key === 'x') return choose(root);
  const element = root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  if (!element) return false;
  if (element instanceof HTMLInputElement) element.focus();
  else if (element.tagName === 'SUMMARY') open(element);
  else element.click();
  return true;
}

/** 打开收着的表单，移到第一处要填的。 */
function open(summary: HTMLElement): void {
  const details = summary.closest('details');
  if (!details) return;
  details.open = true;
  const control = details.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button');
  (control ?? summary).focus();
  summary.scrollIntoView({ block: 'nearest' });
}

function move(root: Document, by: number): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return false;
  const now = rows.findIndex(row => row.closest('tr')?.contains(root.activeElement));
  const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + by, 0), rows.length - 1);
  rows[next].focus();
  return true;
}

function choose(root: Document): boolean {
  const box = root.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (!box) return false;
  box.click();
  return true;
}
