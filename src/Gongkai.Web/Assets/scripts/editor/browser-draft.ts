import type { BodyEditor } from './rich-text';

/** 浏览器里留的底稿：打开时的版本、什么时候、各项的字。 */
interface KeptDraft {
  version: string;
  at: number;
  values: Record<string, string>;
}

const prefix = 'gongkai-draft:';
const longestKept = 7 * 24 * 60 * 60 * 1000;
const pause = 1000;

/** 边写边留在浏览器里，存好了就去掉；断电、断网、误关以后再打开，问一声要不要接着写。 */
export function keepDrafts(form: HTMLFormElement, editor: BodyEditor): void {
  const key = prefix + form.dataset.draft;
  forgetOld();
  if (form.hasAttribute('data-draft-saved')) {
    // 刚刚存好的：这一条的和“新拟的”都不必留。
    localStorage.removeItem(key);
    localStorage.removeItem(key.replace(/\/[^/]*$/, '/new'));
  }

  const kept = read(key);
  if (kept && differs(form, kept)) offer(form, editor, key, kept);

  let timer = 0;
  const keep = (): void => {
    const draft: KeptDraft = { version: form.dataset.draftVersion ?? '', at: Date.now(), values: valuesOf(form) };
    try {
      localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // 浏览器不许存、存满了：少一份底稿，不妨碍写稿。
    }
  };
  form.addEventListener('input', event => {
    if (!event.isTrusted && !(event.target instanceof HTMLTextAreaElement)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(keep, pause);
  });
  form.addEventListener('change', () => { window.clearTimeout(timer); timer = window.setTimeout(keep, pause); });
}

function offer(form: HTMLFormElement, editor: BodyEditor, key: string, kept: KeptDraft): void {
  const panel = document.createElement('div');
  panel.className = 'notice notice-careful draft-kept';
  panel.setAttribute('role', 'status');
  const when = new Date(kept.at).toLocaleString('zh-CN', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const newer = kept.version !== form.dataset.draftVersion ? '那以后又存过新的一版，用了以后请对照着看。' : '';
  panel.append(element('p', `浏览器里留着您${when}写的、没有保存的内容。${newer}`, 'notice-title'));
  const row = element('p', '', 'form-actions');
  row.append(
    button('接着写', () => { fill(form, editor, kept); panel.remove(); form.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(); }),
    button('不要了', () => { localStorage.removeItem(key); panel.remove(); }));
  panel.append(row);
  form.prepend(panel);
}

function fill(form: HTMLFormElement, editor: BodyEditor, kept: KeptDraft): void {
  for (const control of controls(form)) {
    const value = kept.values[control.name];
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) control.checked = value === control.value;
    else if (value !== undefined) control.value = value;
  }
  const body = kept.values['Form.Html'];
  if (body !== undefined) editor.replace(body);
}

function differs(form: HTMLFormElement, kept: KeptDraft): boolean {
  const now = valuesOf(form);
  const names = new Set([...Object.keys(now), ...Object.keys(kept.values)]);
  // 编辑器与服务器换行不同，不算改动。
  return [...names].some(name => (now[name] ?? '').replace(/\s/g, '') !== (kept.values[name] ?? '').replace(/\s/g, ''));
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const control of controls(form)) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox') && !control.checked) continue;
    values[control.name] = control.value;
  }
  return values;
}

/** 人填的各项：钥匙、标记、附件的收条不算。 */
function controls(form: HTMLFormElement): (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[] {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')]
    .filter(control => control.name.startsWith('Form.') && !control.name.startsWith('Form.Files') && !['hidden', 'file'].includes(control.type));
}

function read(key: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null;
  } catch {
    return null;
  }
}

function forgetOld(): void {
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) {
    const kept = read(key);
    if (!kept || Date.now() - kept.at > longestKept) localStorage.removeItem(key);
  }
}

function element(name: string, text: string, style: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = style;
  return made;
}

function button(text: string, act: () => void): HTMLElement {
  const made = element('button', text, 'btn btn-plain') as HTMLButtonElement;
  made.type = 'button';
  made.addEventListener('click', act);
  return made;
}
