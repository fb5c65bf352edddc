import type { Http } from './http.js';

/** Fetches a file with the bearer header and saves it under the server's name, or `fallbackName`. */
export async function downloadFile(http: Http, path: string, fallbackName: string): Promise<void> {
  const { blob, name } = await http.file(path);
  saveBlob(blob, name ?? fallbackName);
}

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
