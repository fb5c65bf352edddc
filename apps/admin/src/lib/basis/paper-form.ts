/** What goes along with a scan: fields that were left empty are left out. */
export function paperForm(fields: Readonly<Record<string, string>>, file: File | null): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value.trim() !== '') form.append(name, value.trim());
  if (file) form.append('file', file, file.name);
  return form;
}
