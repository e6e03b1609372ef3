/** 在页上拖出要遮盖的一块：填进旁边表单的四个框。没有脚本时，照样可以自己写。 */
export function attachRedaction(root: ParentNode): void {
  for (const sheet of root.querySelectorAll<HTMLElement>('[data-redaction]')) {
    const surface = sheet.querySelector<SVGSVGElement>('svg');
    const drawing = sheet.querySelector<SVGRectElement>('[data-drawing]');
    const form = root.querySelector<HTMLFormElement>('[data-redaction-form=area]');
    if (!surface || !drawing || !form) continue;
    sheet.classList.add('redaction-live');
    form.querySelector<HTMLElement>('[data-draw-hint]')?.removeAttribute('hidden');

    let start: [number, number] | null = null;
    const at = (event: PointerEvent): [number, number] => {
      const box = surface.getBoundingClientRect();
      return [percent((event.clientX - box.left) / box.width), percent((event.clientY - box.top) / box.height)];
    };
    const show = (event: PointerEvent): void => {
      if (!start) return;
      const [x, y] = at(event);
      const [left, right] = [Math.min(start[0], x), Math.max(start[0], x)];
      const [top, bottom] = [Math.min(start[1], y), Math.max(start[1], y)];
      for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) drawing.setAttribute(name, value.toFixed(2));
      for (const [name, value] of Object.entries({ left, top, right, bottom })) {
        const field = form.querySelector<HTMLInputElement>(`[name=${name}]`);
        if (field) field.value = value.toFixed(2);
      }
    };
    surface.addEventListener('pointerdown', event => {
      if (event.button !== 0) return;
      event.preventDefault();
      surface.setPointerCapture(event.pointerId);
      start = at(event);
      show(event);
    });
    surface.addEventListener('pointermove', show);
    surface.addEventListener('pointerup', event => {
      show(event);
      start = null;
      form.querySelector<HTMLSelectElement>('[name=ground]')?.focus();
    });
  }
}

function percent(part: number): number {
  return Math.min(100, Math.max(0, part * 100));
}
