import hugerte from 'hugerte';
import 'hugerte/icons/default';
import 'hugerte/themes/silver';
import 'hugerte/models/dom';
import 'hugerte/plugins/autolink';
import 'hugerte/plugins/link';
import 'hugerte/plugins/lists';
import 'hugerte/plugins/searchreplace';
import 'hugerte/plugins/table';
import { chinese } from './chinese';
import { tidyPasted } from './pasted-html';
import { PictureAddresses } from './picture-addresses';
import { addPictureButton } from './picture-button';

/** 正文的编辑器：原来的多行框照旧交上去，编辑器只是替人写它。 */
export interface BodyEditor {
  /** 把编辑器里的写进多行框。 */
  store(): void;
  /** 用这一段替换正文。 */
  replace(html: string): void;
}

// 与服务器清洗的名单一致：服务器说了算，这里只是让人早看见。
const allowed = [
  'p[class]', 'br', 'hr', 'blockquote', 'h2[class]', 'h3[class]', 'h4[class]', '#strong/b', '#em/i', '#u', '#s/del/strike', '#sub', '#sup',
  'ul', 'ol[start]', 'li', 'a[href]', 'img[src|alt]',
  'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th[colspan|rowspan|scope|class]', 'td[colspan|rowspan|class]',
].join(',');

const aligned = 'p,h2,h3,h4,td,th';

export function openEditor(form: HTMLFormElement, area: HTMLTextAreaElement): BodyEditor {
  const pictures = new PictureAddresses(form.dataset.files ?? '', form);
  const label = form.querySelector<HTMLLabelElement>(`label[for="${area.id}"]`);
  const mayHavePictures = form.dataset.pictures !== undefined;
  const note = document.createElement('p');
  note.className = 'field-hint';
  note.setAttribute('aria-live', 'polite');
  const toolbar = document.createElement('div');
  toolbar.className = 'rich-toolbar';
  const page = document.createElement('div');
  page.className = `rich-page document-text${area.closest<HTMLElement>('[data-editor]')?.dataset.editor === 'long' ? ' rich-page-long' : ''}`;
  page.id = `${area.id}-page`;
  page.setAttribute('role', 'textbox');
  page.setAttribute('aria-multiline', 'true');
  page.setAttribute('aria-label', label?.childNodes[0]?.textContent?.trim() || '正文');
  page.innerHTML = pictures.shown(asParagraphs(area.value));
  area.after(toolbar, page, note);
  area.hidden = true;
  label?.addEventListener('click', () => page.focus());

  hugerte.addI18n('zh_CN', chinese);
  let opened: any = null;
  const store = (): void => {
    if (!opened) return;
    area.value = pictures.stored(opened.getContent());
    area.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const tidy = (html: string): string => {
    const pasted = tidyPasted(html);
    if (pasted.pictures > 0) note.textContent = `贴来的内容里有 ${pasted.pictures} 张图片，没有留下：要公开的图片请${mayHavePictures ? '用“图片”按钮插入' : '作为附件上传'}。`;
    return pasted.html;
  };
  void hugerte.init({
    target: page, inline: true, fixed_toolbar_container_target: toolbar, toolbar_persist: true,
    language: 'zh_CN', skin: false, content_css: false, menubar: false, branding: false, promotion: false, contextmenu: false, quickbars_selection_toolbar: false,
    plugins: 'autolink link lists searchreplace table',
    toolbar: `undo redo | blocks | bold italic underline | alignleft aligncenter alignright | bullist numlist blockquote | link ${mayHavePictures ? 'picture ' : ''}table hr | searchreplace removeformat`,
    toolbar_mode: 'wrap',
    block_formats: '正文=p;一级标题=h2;二级标题=h3;三级标题=h4',
    formats: {
      underline: { inline: 'u' }, strikethrough: { inline: 's' },
      alignleft: { selector: aligned, classes: 'text-start' }, aligncenter: { selector: aligned, classes: 'text-center' }, alignright: { selector: aligned, classes: 'text-end' },
    },
    valid_elements: allowed, valid_classes: 'text-center text-end', convert_urls: false, paste_data_images: false, automatic_uploads: false,
    object_resizing: false, table_resize_bars: false, table_column_resizing: 'resizetable', table_use_colgroups: false,
    table_default_attributes: {}, table_default_styles: {}, table_appearance_options: false, table_advtab: false, table_cell_advtab: false, table_row_advtab: false,
    table_toolbar: 'tablecaption tablerowheader | tableinsertrowbefore tableinsertrowafter tabledeleterow | tableinsertcolbefore tableinsertcolafter tabledeletecol | tablemergecells tablesplitcells | tabledelete',
    link_target_list: false, link_title: false, link_assume_external_targets: 'https',
    paste_preprocess: (_: unknown, pasted: { content: string }) => { pasted.content = tidy(pasted.content); },
    setup: (editor: any) => {
      opened = editor;
      if (mayHavePictures) addPictureButton(editor, form, pictures, text => { note.textContent = text; });
      // 赶在编辑器自己读剪贴板之前：原样的样式一碰到页面，就违反内容策略。
      editor.on('paste', (event: ClipboardEvent) => {
        const html = event.clipboardData?.getData('text/html');
        if (!html) return;
        event.preventDefault();
        editor.execCommand('mceInsertClipboardContent', false, { html: tidy(html) });
      }, true);
      editor.on('change input undo redo SetContent', () => { if (editor.initialized) store(); });
    },
  });
  form.addEventListener('submit', store);
  return { store, replace: html => { area.value = html; opened?.setContent(pictures.shown(html)); } };
}

/** 没有编辑器时写的是纯文字，一行一段。 */
function asParagraphs(text: string): string {
  if (text.includes('<')) return text;
  return text.split('\n').map(line => line.trim()).filter(line => line.length > 0).map(line => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph.outerHTML;
  }).join('');
}
