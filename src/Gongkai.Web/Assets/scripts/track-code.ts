/** 扫了收条上的二维码来的：查询码在 # 后面，不发给服务器；填好，再从地址栏里去掉，免得留在历史里。 */
export function attachTrackCode(root: ParentNode): void {
  const field = root.querySelector<HTMLInputElement>('input[name="Form.Code"]');
  const code = location.hash.slice(1);
  if (!field || field.value || !/^SQ[0-9A-Z]{10}$/.test(code)) return;
  field.value = code;
  history.replaceState(null, '', location.pathname);
  root.querySelector<HTMLInputElement>('input[name="Form.LastFour"]')?.focus();
}
