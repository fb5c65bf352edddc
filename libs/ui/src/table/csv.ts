/** A table for Excel in Russian: semicolons, a byte-order mark, decimal commas already in the cells. */
export function csvText(head: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [head, ...rows].map((cells) => cells.map(csvCell).join(';'));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** A figure as Excel reads it: `-1234,50`, without spaces. */
export function csvFigure(value: string): string {
  return value.replace('.', ',');
}

function csvCell(text: string): string {
  // What a spreadsheet would run as a formula is kept as text; a negative figure is not a formula.
  const safe = /^[=+@\t\r]/.test(text) || (text.startsWith('-') && !/^-\d+(,\d+)?$/.test(text)) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
