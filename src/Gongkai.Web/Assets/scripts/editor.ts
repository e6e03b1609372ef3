// 拟稿页的便利：正文的编辑器，和浏览器里留的底稿。没有脚本时，正文是一个普通的多行框，什么也不缺。
import { keepDrafts } from './editor/browser-draft';
import { openEditor } from './editor/rich-text';

const form = document.querySelector<HTMLFormElement>('.draft-form');
if (form) {
  const editor = openEditor(form);
  keepDrafts(form, editor);
}
