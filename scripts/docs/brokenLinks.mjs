import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';

const LINK = /!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const HEADING = /^#{1,6}\s+(.+?)\s*$/gm;

/** Markdown without its code: what looks like a link there is none. */
function prose(markdown) {
  return markdown
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '')
    .replace(/`[^`\n]*`/g, code => code.replace(/[[\]()]/g, ''));
}

/** The anchors of a page, made from its headings as GitHub does. */
function anchorsOf(markdown) {
  const seen = new Map();
  const text = markdown.replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1\s*$/gm, '');
  return [...text.matchAll(HEADING)].map(([, heading]) => {
    const slug = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** Says what is wrong with one link; nothing when it leads somewhere. */
function judge(link, file) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) {
    return undefined;
  }
  const [path, anchor] = link.split('#');
  const target = path ? resolve(dirname(file), decodeURIComponent(path)) : file;
  if (!existsSync(target)) {
    return 'there is no such file';
  }
  const isPage = anchor !== undefined && target.endsWith('.md');
  if (isPage && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor)) {
    return 'there is no such heading';
  }
  return undefined;
}

/**
 * Follows every relative link of these Markdown files, to the file and to the heading.
 *
 * @returns one line for each that leads nowhere
 */
export function brokenLinks(files, rootDir) {
  return files.flatMap(file =>
    [...prose(readFileSync(file, 'utf8')).matchAll(LINK)].flatMap(
      ([, link]) => {
        const problem = judge(link, file);
        return problem
          ? [`${relative(rootDir, file)}: ${link}: ${problem}`]
          : [];
      },
    ),
  );
}
