/** Puts a file that the page holds among the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has taken the file by the time other work comes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
