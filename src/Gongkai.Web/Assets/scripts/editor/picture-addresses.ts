/** 正文里的图片记作 attachment:标识；在编辑器里要看得见，换成工作人员取附件的地址，交上去以前换回来。 */
export class PictureAddresses {
  constructor(private readonly folder: string) {}

  shown(html: string): string {
    return html.replace(/src="attachment:([0-9a-f-]{36})"/gi, (_, id: string) => `src="${this.folder}${id.replace(/-/g, '')}/picture"`);
  }

  stored(html: string): string {
    return html.replace(/src="[^"]*\/files\/([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\/picture"/gi, 'src="attachment:$1-$2-$3-$4-$5"');
  }
}
