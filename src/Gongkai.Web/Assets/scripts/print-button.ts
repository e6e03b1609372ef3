/** 打印按钮：没有脚本时它不出现（hidden），浏览器自己的打印照常可用。 */
export function attachPrintButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
