// 把样式、脚本、图标编成 ../wwwroot/dist：文件名带内容的散列，另备 br 与 gzip 两份，manifest.json 记着对应关系。
// 由 Gongkai.Web.csproj 在编译时调用（只在源文件变化时），也可以单独运行：node build.mjs
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = dirname(fileURLToPath(import.meta.url));
const web = dirname(here);
const dist = join(web, 'wwwroot', 'dist');
const fresh = `${dist}.fresh`;

/** 组件的样式放在组件旁边（*.razor.scss），这里按名字顺序接在主题之后。 */
function componentStyles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['Assets', 'bin', 'obj', 'wwwroot'].includes(entry.name) ? [] : componentStyles(path);
    return entry.name.endsWith('.razor.scss') ? [path] : [];
  }).sort();
}

function buildStyles() {
  const uses = componentStyles(web).map((path, index) => `@use "${relative(join(here, 'styles'), path).split(sep).join('/')}" as c${index};`);
  const source = ['@use "site";', ...uses].join('\n');
  const built = sass.compileString(source, {
    url: pathToFileURL(join(here, 'styles', 'entry.scss')),
    loadPaths: [join(here, 'styles'), join(here, 'node_modules')],
    style: 'compressed',
    // Bootstrap 5.3 仍用旧的 @import 与颜色函数；它自己的提醒与我们无关。
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions'],
  });
  return Buffer.from(built.css);
}

function buildScript(name) {
  const built = esbuild.buildSync({
    entryPoints: [join(here, 'scripts', name)],
    bundle: true, minify: true, write: false, format: 'esm', target: 'es2020', legalComments: 'none',
  });
  return Buffer.from(built.outputFiles[0].contents);
}

/** 编辑器自己的样式：只有拟稿的页面用。 */
function buildEditorStyles() {
  const skin = join(here, 'node_modules', 'hugerte', 'skins', 'ui', 'oxide');
  return Buffer.concat(['skin.min.css', 'content.inline.min.css'].map(name => readFileSync(join(skin, name))));
}

/** icons.json 里列出的图标，合成一个文件，用 <use> 引用。 */
function buildIcons() {
  const names = JSON.parse(readFileSync(join(here, 'icons.json'), 'utf8'));
  const symbols = names.map(name => {
    const path = join(here, 'node_modules', 'bootstrap-icons', 'icons', `${name}.svg`);
    if (!existsSync(path)) throw new Error(`icons.json：bootstrap-icons 里没有“${name}”`);
    const inner = readFileSync(path, 'utf8').replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '').replace(/\s*\n\s*/g, '');
    return `<symbol id="${name}" viewBox="0 0 16 16">${inner}</symbol>`;
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`);
}

const compressible = new Set(['.css', '.js', '.svg', '.json']);

function emit(manifest, name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  const [, stem, extension] = /^(.*)(\.[a-z0-9]+)$/.exec(name);
  const file = `${stem}-${hash}${extension}`;
  writeFileSync(join(fresh, file), bytes);
  if (compressible.has(extension)) {
    writeFileSync(join(fresh, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    writeFileSync(join(fresh, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
  manifest[name] = file;
}

rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
const manifest = {};
emit(manifest, 'site.css', buildStyles());
emit(manifest, 'site.js', buildScript('site.ts'));
emit(manifest, 'editor.css', buildEditorStyles());
emit(manifest, 'editor.js', buildScript('editor.ts'));
emit(manifest, 'icons.svg', buildIcons());
for (const name of readdirSync(join(here, 'images'))) emit(manifest, name, readFileSync(join(here, 'images', name)));
writeFileSync(join(fresh, 'manifest.json'), JSON.stringify(manifest, null, 2));
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
