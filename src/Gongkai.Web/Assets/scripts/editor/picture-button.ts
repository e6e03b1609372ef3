import type { PictureAddresses } from './picture-addresses';

/** 服务器收下的一张图片。 */
interface Received {
  id: string;
  receipt: string;
  name: string;
  address: string;
}

/** “图片”按钮：选一张，服务器照附件的规矩收下，写明图上是什么，插进正文。光标停在图片上时，是改它的替代文字。 */
export function addPictureButton(editor: any, form: HTMLFormElement, pictures: PictureAddresses, say: (text: string) => void): void {
  const chooser = document.createElement('input');
  chooser.type = 'file';
  chooser.accept = '.png,.jpg,.jpeg';
  chooser.className = 'rich-picture-upload';
  form.after(chooser);
  chooser.addEventListener('change', async () => {
    const file = chooser.files?.[0];
    chooser.value = '';
    if (!file) return;
    say(`正在收“${file.name}”……`);
    const answer = await receive(form, file);
    if (typeof answer === 'string') {
      say(answer);
      return;
    }

    say('');
    pictures.add(answer.id, answer.address);
    remember(form, answer);
    describe(editor, '', alt => editor.insertContent(`<img src="${answer.address}" alt="${editor.dom.encode(alt)}">`));
  });
  editor.ui.registry.addButton('picture', {
    icon: 'image', tooltip: '图片',
    onAction: () => {
      const chosen = editor.selection.getNode();
      if (chosen instanceof HTMLImageElement) describe(editor, chosen.alt, alt => { editor.dom.setAttrib(chosen, 'alt', alt); editor.fire('change'); });
      else chooser.click();
    },
  });
}

function describe(editor: any, alt: string, then: (alt: string) => void): void {
  editor.windowManager.open({
    title: '图片',
    body: { type: 'panel', items: [{ type: 'input', name: 'alt', label: '图上是什么（看不见图片的人听到的就是这一句）', maximized: true }] },
    initialData: { alt },
    buttons: [{ type: 'cancel', text: '取消' }, { type: 'submit', text: '好', primary: true }],
    onSubmit: (dialog: any) => {
      const text = String(dialog.getData().alt ?? '').trim();
      dialog.close();
      then(text);
    },
  });
}

/** 收条放进表单，存的时候随正文一起交；正文里不再用它的，服务器随之去掉。 */
function remember(form: HTMLFormElement, picture: Received): void {
  const at = form.querySelectorAll('input[name^="Form.Files["][name$="].Receipt"]').length;
  for (const [name, value] of [['Id', ''], ['Receipt', picture.receipt], ['Inline', 'true'], ['Name', picture.name], ['Order', String(at + 1)]]) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = `Form.Files[${at}].${name}`;
    input.value = value;
    form.append(input);
  }
}

async function receive(form: HTMLFormElement, file: File): Promise<Received | string> {
  const body = new FormData();
  body.append('_handler', 'picture');
  body.append('__RequestVerificationToken', form.querySelector<HTMLInputElement>('[name=__RequestVerificationToken]')?.value ?? '');
  body.append('file', file);
  try {
    const answer = await fetch(form.dataset.pictures ?? '', { method: 'POST', body });
    if (answer.ok) return await answer.json() as Received;
    if (answer.status === 413) return `“${file.name}”太大，没有收下。`;
    const problem = await answer.json() as { detail?: string };
    return `“${file.name}”没有收下：${problem.detail ?? answer.status}`;
  } catch {
    return `“${file.name}”没有收下：请刷新页面再试，写的字还在。`;
  }
}
