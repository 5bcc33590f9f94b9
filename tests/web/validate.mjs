/* SPDX-License-Identifier: MIT */
// The markup of every kind of page in every language: html-validate, then the Nu checker, which
// takes the style sheets and SVG files too. It gets the pages over HTTP, since it judges their CSP.
//   SITE=site EACH=3 node validate.mjs         EACH=0: every page of the site

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { serveAtHome } from './lib/nginx.mjs';
import { files, kindOf, langOf, pages, read, root, sample, urlOf } from './lib/site.mjs';
import { check, done, note } from './lib/tap.mjs';

const RULES = {
  extends: ['html-validate:recommended'],
  rules: {
    // Names of places decide how long a title is, not the author of a template.
    // Boxes of one name are one choice of many: ?field=food&field=arts.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
    'long-title': 'off',
    // A term's id is its key, enter.stepfree: the standard forbids blanks only.
    'valid-id': ['error', { relaxed: true }],
    // It wants a name beside the number unbreakable too; axe.mjs looks at the lines themselves.
    'tel-non-breaking': 'off',
  },
};
const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
// The checker reads from public hosts only unless it is told otherwise.
const LOOPBACK = '-Dnu.validator.servlet.allow-forbidden-hosts=true';
const each = Number(process.env.EACH ?? 3);
const paths = each ? sample(each) : pages;

async function htmlValidate() {
  const validator = new HtmlValidate(new StaticConfigLoader(RULES));
  const problems = [];
  for (const path of paths) {
    const report = await validator.validateString(read(path), path);
    for (const { messages } of report.results) {
      problems.push(...messages.filter((m) => m.severity > 1)
        .map((m) => `${path}:${m.line}:${m.column}: ${m.ruleId}: ${m.message}`));
    }
  }
  return problems;
}

/** One start of the Java machine for all; its exit code says only that there were messages. */
function nu(options, list) {
  if (list.length === 0) return [];
  const run = spawnSync('java', ['-Xss2m', LOOPBACK, '-jar', JAR, '--stdout', '--format', 'json',
    ...options, ...list], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) return [`java: ${run.error.code}: tests/web/install.sh`];
  try {
    return JSON.parse(run.stdout).messages.map((m) => `${m.url.replace(/^file:|^http:..[^/]*/, '')}`
      + `:${m.lastLine}: ${m.subType ?? m.type}: ${m.message}`);
  } catch {
    return [run.stdout.slice(0, 500), run.stderr.slice(0, 500)];
  }
}

const kinds = new Set(paths.map((path) => `${langOf(path)} ${kindOf(path)}`));
note(`${paths.length} pages of ${kinds.size} kinds and languages`);
const like = (suffix) => [...files.keys()].filter((path) => path.endsWith(suffix));
check('html-validate finds no error', await htmlValidate());
const { origin, stop } = await serveAtHome();
const addresses = paths.map((path) => origin + urlOf(path));
check('the Nu checker finds nothing in the pages', nu([], addresses));
stop();
check('the Nu checker finds nothing in the style sheets', nu(['--css'], like('.css')));
check('the Nu checker finds nothing in the pictures', nu(['--svg'], like('.svg')));
done();
