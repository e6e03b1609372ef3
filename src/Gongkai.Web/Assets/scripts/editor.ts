// 写长文字的页面的便利：编辑器，和浏览器里留的底稿。没有脚本时，正文是一个普通的多行框，什么也不缺。
import { keepDrafts } from './editor/browser-draft';
import { openEditor } from './editor/rich-text';

for (const form of document.querySelectorAll('form')) {
  const editors = [...form.querySelectorAll<HTMLTextAreaElement>('[data-editor] textarea')].map(area => openEditor(form, area));
  if (editors.length > 0 && form.dataset.draft) keepDrafts(form, editors[0]);
}
