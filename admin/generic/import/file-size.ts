import type { Language } from "../../platform/format";

/** What the server takes; the browser says so before it sends. */
export const LARGEST = 32 * 1024 * 1024;

/** 812 kB, 12,4 MB. */
export function fileSize(bytes: number, language: Language): string {
  const form = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 1 });
  return bytes < 1_000_000 ? `${form.format(Math.ceil(bytes / 1000))} kB` : `${form.format(bytes / 1_048_576)} MB`;
}
