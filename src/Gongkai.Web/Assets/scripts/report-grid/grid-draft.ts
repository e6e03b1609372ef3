/** 浏览器里替一份年报留的字：从第几版改起、何时、各项。键是单位、年度、人的代号，不含姓名。 */
interface KeptGrid {
  edition: number;
  at: number;
  values: Record<string, string>;
}

export interface GridDraft {
  keep(): void;
  keepNow(): void;
  forget(): void;
}

const prefix = 'gongkai-grid:';
const longestKept = 7 * 24 * 60 * 60 * 1000;
const pause = 300;

/** 存好了的、退出登录的、太旧的，不再留。 */
export function forgetGridDrafts(root: ParentNode): void {
  const done = root.querySelector<HTMLElement>('[data-grid-kept]');
  if (done) {
    const key = prefix + done.dataset.gridKept;
    if ((read(key)?.edition ?? Infinity) < Number(done.dataset.gridEdition)) localStorage.removeItem(key);
  }
  const all = (): string[] => Object.keys(localStorage).filter(name => name.startsWith(prefix));
  for (const key of all()) if (Date.now() - (read(key)?.at ?? 0) > longestKept) localStorage.removeItem(key);
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-sign-out]')) form.addEventListener('submit', () => { for (const key of all()) localStorage.removeItem(key); });
}

/** 边填边留；打开时有没存的，问一声要不要接着填。 */
export function keepGridDraft(form: HTMLFormElement, restored: () => void): GridDraft {
  const key = prefix + form.dataset.gridForm;
  const first = valuesOf(form);
  const kept = read(key);
  // 服务器答复过、还没有存成的一页：页面上的就是填的，整页留着。
  const answered = form.hasAttribute('data-grid-answered');
  if (!answered && kept && Object.entries(kept.values).some(([name, value]) => (first[name] ?? '') !== value)) offer(form, key, kept, restored);

  let timer = 0;
  const draft: GridDraft = {
    keep: () => { window.clearTimeout(timer); timer = window.setTimeout(draft.keepNow, pause); },
    keepNow: () => {
      window.clearTimeout(timer);
      timer = 0;
      // 只留与打开时不同的。
      const values = Object.fromEntries(Object.entries(valuesOf(form)).filter(([name, value]) => answered || (first[name] ?? '') !== value));
      try {
        if (Object.keys(values).length === 0) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify({ edition: Number(form.dataset.gridEdition), at: Date.now(), values } satisfies KeptGrid));
      } catch {
        // 浏览器不许存、存满了：少一份底稿，不妨碍填。
      }
    },
    forget: () => { window.clearTimeout(timer); timer = 0; localStorage.removeItem(key); },
  };
  if (answered) draft.keepNow();
  // 关页面、重新打开：刚打的几个字还没有等到留，这时候留。
  window.addEventListener('pagehide', () => { if (timer !== 0 && document.contains(form)) draft.keepNow(); });
  return draft;
}

function offer(form: HTMLFormElement, key: string, kept: KeptGrid, restored: () => void): void {
  const panel = document.createElement('div');
  panel.className = 'notice notice-careful';
  panel.setAttribute('role', 'status');
  panel.dataset.gridOffer = '';
  const when = new Date(kept.at).toLocaleString('zh-CN', { month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' });
  const newer = kept.edition !== Number(form.dataset.gridEdition) ? '那以后又存过新的一版，用了以后请对照着看。' : '';
  const title = document.createElement('p');
  title.className = 'notice-title';
  title.textContent = `浏览器里留着您${when}填的、没有存的内容。${newer}`;
  const row = document.createElement('p');
  row.className = 'form-actions';
  row.append(
    button('接着填', () => { fill(form, kept); panel.remove(); restored(); }),
    button('不要了', () => { localStorage.removeItem(key); panel.remove(); }));
  panel.append(title, row);
  form.prepend(panel);
}

function fill(form: HTMLFormElement, kept: KeptGrid): void {
  for (const [name, value] of Object.entries(kept.values)) {
    let control = form.elements.namedItem(name);
    // 理由的格子要查过才有：先补上，查的时候一起交。
    if (!control && /^(why|explain)\./.test(name)) {
      control = document.createElement('input');
      Object.assign(control, { type: 'hidden', name });
      form.querySelector('[data-grid-live]')?.append(control);
    }
    if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) control.value = value;
  }
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const controls = [...form.elements].filter((one): one is HTMLInputElement | HTMLTextAreaElement => (one instanceof HTMLInputElement && one.type !== 'hidden' && one.type !== 'radio') || one instanceof HTMLTextAreaElement);
  return Object.fromEntries(controls.filter(one => one.name).map(one => [one.name, one.value]));
}

function read(key: string): KeptGrid | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as KeptGrid | null;
  } catch {
    return null;
  }
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', className: 'btn btn-plain', textContent: text });
  made.addEventListener('click', act);
  return made;
}
