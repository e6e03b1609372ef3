/** 编辑器界面上的中文。键是编辑器里的英文原话；没有列的，界面上用不到。 */
export const chinese: Record<string, string> = {
  'Undo': '撤销', 'Redo': '重做', 'Blocks': '段落与标题', 'Block {0}': '段落与标题：{0}', 'Paragraph': '正文', 'Bold': '加粗', 'Italic': '斜体', 'Underline': '下划线', 'Strikethrough': '删除线',
  'Align left': '居左', 'Align center': '居中', 'Align right': '居右', 'Bullet list': '项目符号', 'Numbered list': '编号', 'Blockquote': '引文', 'Horizontal line': '分隔线',
  'Insert/edit link': '链接', 'Link': '链接', 'Link...': '链接……', 'Open link': '打开链接', 'Remove link': '去掉链接', 'URL': '网址', 'Text to display': '显示的文字', 'Title': '提示',
  'Table': '表格', 'Insert table': '插入表格', '{0} columns, {1} rows': '{0} 列，{1} 行', 'Insert row before': '上面插一行', 'Insert row after': '下面插一行', 'Delete row': '删去这一行',
  'Insert column before': '左边插一列', 'Insert column after': '右边插一列', 'Delete column': '删去这一列', 'Merge cells': '合并', 'Split cell': '拆分', 'Delete table': '删去表格',
  'Table caption': '表题', 'Row header': '这一行是表头', 'Caption': '表题', 'Row properties': '行', 'Column properties': '列', 'Cell properties': '格', 'Table properties': '表格', 'Cell': '格', 'Row': '行', 'Column': '列',
  'Cut row': '剪切行', 'Copy row': '复制行', 'Paste row before': '贴到上面', 'Paste row after': '贴到下面', 'Cut column': '剪切列', 'Copy column': '复制列', 'Paste column before': '贴到左边', 'Paste column after': '贴到右边',
  'Find and replace...': '查找与替换……', 'Find and Replace': '查找与替换', 'Find': '查找', 'Replace with': '换成', 'Replace': '替换', 'Replace all': '全部替换', 'Previous': '上一处', 'Next': '下一处',
  'Match case': '区分大小写', 'Find whole words only': '整词', 'Find in selection': '只在选中的里面', 'Could not find the specified string.': '没有找到。', 'Preferences': '选项',
  'Clear formatting': '去掉格式', 'Save': '好', 'Cancel': '取消', 'Close': '关闭', 'OK': '好', 'More...': '更多……', 'Reveal or hide additional toolbar items': '显示或收起其余的按钮',
  'Rich Text Area': '正文', 'Rich Text Area. Press ALT-0 for help.': '正文', 'Cut': '剪切', 'Copy': '复制', 'Paste': '粘贴', 'Select all': '全选', 'Formats': '格式', 'Heading 2': '一级标题', 'Heading 3': '二级标题', 'Heading 4': '三级标题',
  'The URL you entered seems to be an email address. Do you want to add the required mailto: prefix?': '您写的像是邮箱，要不要加上 mailto: ？',
  'The URL you entered seems to be an external link. Do you want to add the required http:// prefix?': '您写的像是外部网址，要不要加上 https:// ？',
  'The URL you entered seems to be an external link. Do you want to add the required https:// prefix?': '您写的像是外部网址，要不要加上 https:// ？',
  "Your browser doesn't support direct access to the clipboard. Please use the Ctrl+X/C/V keyboard shortcuts instead.": '浏览器不许直接用剪贴板，请用键盘的 Ctrl+X、C、V。',
};
