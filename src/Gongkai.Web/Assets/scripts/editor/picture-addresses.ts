/**
 * 正文里的图片记作 attachment:标识；在编辑器里要看得见：存着的换成工作人员取附件的地址，刚收下的换成凭收条的地址，交上去以前换回来。
 */
export class PictureAddresses {
  private readonly unsaved = new Map<string, string>();

  constructor(private readonly folder: string, form: HTMLFormElement) {
    for (const line of form.querySelectorAll<HTMLElement>('[data-picture-address]')) this.add(line.dataset.picture ?? '', line.dataset.pictureAddress ?? '');
  }

  /** 刚收下的一张。 */
  add(id: string, address: string): void {
    this.unsaved.set(id.toLowerCase(), address);
  }

  shown(html: string): string {
    return html.replace(/src="attachment:([0-9a-f-]{36})"/gi, (_, id: string) => `src="${this.unsaved.get(id.toLowerCase()) ?? `${this.folder}${id.replace(/-/g, '')}/picture`}"`);
  }

  stored(html: string): string {
    const saved = html.replace(/src="[^"]*\/files\/([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\/picture"/gi, 'src="attachment:$1-$2-$3-$4-$5"');
    return [...this.unsaved].reduce((text, [id, address]) => text.replaceAll(`src="${address}"`, `src="attachment:${id}"`), saved);
  }
}
