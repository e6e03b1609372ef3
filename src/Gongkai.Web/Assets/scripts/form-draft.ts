/**
 * 长的表单：填到一半刷新了、不小心离开了，回来还在。只存在这个标签页里（sessionStorage），关了就没有；交成了、按了“清除”也没有。
 * 服务器带着填过的内容交回来的（data-draft="kept"），以它为准。
 */
export function attachFormDrafts(root: ParentNode): void {
  if (root.querySelector('[data-draft-done]')) forgetAll();
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const place = prefix + location.pathname;
    if (form.dataset.draft === 'fresh') restore(form, place);
    form.addEventListener('input', () => sessionStorage.setItem(place, JSON.stringify(filled(form))));
    const clear = form.querySelector<HTMLButtonElement>('[data-draft-clear]');
    if (!clear) continue;
    clear.hidden = false;
    clear.addEventListener('click', () => {
      sessionStorage.removeItem(place);
      location.assign(location.pathname);
    });
  }
}

const prefix = 'draft:';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controls(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[name], textarea[name], select[name]')].filter(control => control.type !== 'hidden' && control.type !== 'file' && control.tabIndex >= 0);
}

function isChoice(control: Control): control is HTMLInputElement {
  return control.type === 'radio' || control.type === 'checkbox';
}

function filled(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(controls(form).filter(control => !isChoice(control) || control.checked).map(control => [control.name, control.value]));
}

function restore(form: HTMLFormElement, place: string): void {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? '{}') as Record<string, string>;
  for (const control of controls(form)) {
    const value = kept[control.name];
    if (value === undefined) continue;
    if (isChoice(control)) control.checked = control.value === value;
    else control.value = value;
    const folded = control.closest('details');
    if (folded && value && control.type !== 'radio') folded.open = true;
  }
}

function forgetAll(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
