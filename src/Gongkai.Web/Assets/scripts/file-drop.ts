/** 文件拖放：把拖进来的文件交给原来的文件框，并念出选了什么。没有脚本时，文件框本身照常可用。 */
export function attachFileDrops(root: ParentNode): void {
  for (const area of root.querySelectorAll<HTMLElement>('.file-drop')) {
    const input = area.querySelector<HTMLInputElement>('input[type=file]');
    const chosen = area.querySelector<HTMLElement>('[data-chosen]');
    if (!input || !chosen) continue;
    area.classList.add('file-drop-live');

    const show = (): void => {
      chosen.textContent = [...(input.files ?? [])].map(file => `${file.name}（${size(file.size)}）`).join('、');
    };
    const accept = (event: DragEvent): void => {
      event.preventDefault();
      area.classList.add('file-drop-over');
    };
    area.addEventListener('dragenter', accept);
    area.addEventListener('dragover', accept);
    area.addEventListener('dragleave', () => area.classList.remove('file-drop-over'));
    area.addEventListener('drop', event => {
      event.preventDefault();
      area.classList.remove('file-drop-over');
      if (event.dataTransfer?.files.length) {
        input.files = event.dataTransfer.files;
        show();
      }
    });
    input.addEventListener('change', show);
  }
}

function size(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
