const STORED = 'dvor.print';

export type PrintSize = 'usual' | 'large';

export function printSize(): PrintSize {
  return localStorage.getItem(STORED) === 'large' ? 'large' : 'usual';
}

export function setPrintSize(size: PrintSize): void {
  localStorage.setItem(STORED, size);
  showStoredPrint();
}

export function showStoredPrint(): void {
  document.documentElement.dataset.print = printSize();
}
