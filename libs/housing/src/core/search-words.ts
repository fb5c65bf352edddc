/** What is typed into a search box as words to be found in any order: lower case, ё as е, without punctuation. */
export function searchWords(text: string): string[] {
  return searchable(text)
    .split(/[\s,;]+/)
    .map((word) => word.replace(/^[.№"«(]+|[.»")]+$/g, ''))
    .filter((word) => word !== '');
}

/** Text as it is kept for being searched. */
export function searchable(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е').trim();
}
