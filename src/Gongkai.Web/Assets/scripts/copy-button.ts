/** 复制按钮：没有脚本、浏览器不许写剪贴板时它不出现，文字框里的网址照样可以选中抄走。 */
export function attachCopyButtons(root: ParentNode): void {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const source = document.getElementById(button.dataset.copy ?? '') as HTMLInputElement | null;
    if (!source) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      source.select();
      const told = button.parentElement?.parentElement?.querySelector('[data-copied]');
      try {
        await navigator.clipboard.writeText(source.value);
        if (told) told.textContent = '已经复制。';
      } catch {
        if (told) told.textContent = '浏览器不许复制：网址已经选中，请按 Ctrl+C。';
      }
    });
  }
}
