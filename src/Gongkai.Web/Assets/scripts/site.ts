// 页面不靠脚本也能用；这里只做锦上添花的事。每件事一个文件，找得到自己的元素才动手。
import { attachCopyButtons } from './copy-button';
import { attachFileDrops } from './file-drop';
import { attachFormDrafts } from './form-draft';
import { attachPrintButtons } from './print-button';
import { attachRedaction } from './redaction';
import { attachReportGrid } from './report-grid/report-grid';
import { attachSearchSuggestions } from './search-suggestions';
import { attachShortcuts } from './shortcuts';
import { attachTrackCode } from './track-code';

attachPrintButtons(document);
attachCopyButtons(document);
attachFileDrops(document);
attachSearchSuggestions(document);
attachShortcuts(document);
attachFormDrafts(document);
attachTrackCode(document);
attachRedaction(document);
attachReportGrid(document);
