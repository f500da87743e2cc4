/**
 * Puts generated text between its markers, `<!-- generated: name -->` and `<!-- end -->`.
 *
 * @param page - the page as it is
 * @param sections - text by name; every name must have its place on the page, and every place a text
 */
export function renderSections(page, sections) {
  const placed = new Set();
  const rendered = page.replace(
    /(<!-- generated: ([\w-]+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, begin, name, end) => {
      if (!Object.hasOwn(sections, name)) {
        throw new Error(`nothing generates the section ${name}`);
      }
      placed.add(name);
      return `${begin}${sections[name].trim()}\n${end}`;
    },
  );
  const missing = Object.keys(sections).filter(name => !placed.has(name));
  if (missing.length > 0) {
    throw new Error(`the page has no section ${missing.join(', ')}`);
  }
  return rendered;
}

/** A table; what stands in a cell cannot end it. */
export function renderTable(head, rows) {
  const line = cells =>
    `| ${cells.map(cell => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    line(head),
    `|${head.map(() => '---|').join('')}`,
    ...rows.map(line),
  ].join('\n');
}
