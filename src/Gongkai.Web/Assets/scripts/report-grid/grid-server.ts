import type { GridDraft } from './grid-draft';

const pause = 700;
const retryAfter = 3000;

let waiting = 0;
let asked = 0;

/** 停下来就查。 */
export function checkSoon(form: HTMLFormElement, after = pause): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void check(form), after);
}

/** 说一句现在怎样：断了网、在存、存不成。 */
export function say(form: HTMLFormElement, text: string): void {
  const state = form.querySelector<HTMLElement>('[data-grid-state]');
  if (state && state.textContent !== text) state.textContent = text;
}

/** 断网、通网：说一声，通了接着查。 */
export function watchConnection(form: HTMLFormElement): void {
  window.addEventListener('offline', () => say(form, '断网了：填的留在浏览器里，通了就接着查。'));
  window.addEventListener('online', () => { if (document.contains(form)) checkSoon(form, 0); });
}

async function check(form: HTMLFormElement): Promise<void> {
  const turn = ++asked;
  const answer = await send(form, 'check');
  if (turn !== asked) return;
  if (!answer || answer.status >= 500) {
    say(form, '连不上服务器：填的留在浏览器里，通了就接着查。');
    checkSoon(form, retryAfter);
    return;
  }
  if (answer.redirected) {
    say(form, '登录已经失效：填的留在浏览器里，重新登录以后打开这一页接着写。');
    return;
  }
  say(form, '');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (turn !== asked) return;
  for (const cell of form.querySelectorAll<HTMLInputElement>('input.grid-cell')) {
    const checked = page.querySelector<HTMLInputElement>(`input.grid-cell[name="${CSS.escape(cell.name)}"]`);
    if (!checked) continue;
    cell.className = checked.className;
    // 在对照里取了一边的，照服务器算的填上。
    if (form.querySelector(`input[name="take.${CSS.escape(cell.name.slice('cell.'.length))}"]`) && cell !== document.activeElement) cell.value = checked.value;
  }
  for (const text of form.querySelectorAll<HTMLTextAreaElement>('textarea[name^="Section"]')) {
    const written = page.querySelector<HTMLTextAreaElement>(`#${CSS.escape(text.id)}`);
    if (written && form.querySelector(`input[name="take.section.${text.name.slice('Section'.length)}"]`) && text !== document.activeElement) text.value = written.value;
  }
  const places = ['[data-grid-findings]', '[data-grid-live]', ...[...form.querySelectorAll('[data-grid-notes]')].map(one => `#${CSS.escape(one.id)}`)];
  for (const place of places) {
    const [old, fresh] = [document.querySelector(place), page.querySelector(place)];
    if (old && fresh && !old.contains(document.activeElement) && old.outerHTML !== fresh.outerHTML) old.replaceWith(document.adoptNode(fresh));
  }
}

async function send(form: HTMLFormElement, act: string): Promise<Response | undefined> {
  const content = new FormData(form);
  content.set('Act', act);
  return await fetch(location.href, { method: 'POST', body: content }).catch(() => undefined);
}

/** 存：通的时候照平常交；不通的，留着，隔一会儿再交，直到服务器答复。同一个钥匙，交几次也只存一版。 */
export function saveFrom(form: HTMLFormElement, event: SubmitEvent, draft: GridDraft): void {
  if (!(event.submitter instanceof HTMLButtonElement) || event.submitter.value !== 'keep') {
    if (event.submitter instanceof HTMLButtonElement && event.submitter.value === 'again') draft.forget();
    return;
  }
  event.preventDefault();
  draft.keepNow();
  void save(form, event.submitter);
}

async function save(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  clearTimeout(waiting);
  asked++;
  say(form, '正在存……');
  const answer = await send(form, 'keep');
  if (!answer || answer.status >= 500) {
    say(form, '连不上服务器，还没有存：填的留在浏览器里，通了自动再存。');
    window.setTimeout(() => void save(form, button), retryAfter);
    return;
  }
  if (answer.redirected) {
    location.assign(answer.url);
    return;
  }
  // 没有存成：把服务器答复的一页换上，填的都在里面。
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document.querySelector('main')!.replaceWith(document.adoptNode(page.querySelector('main')!));
  document.dispatchEvent(new CustomEvent('grid-answered'));
}
