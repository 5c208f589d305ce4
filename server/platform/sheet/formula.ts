/**
 * Spreadsheets take a text that begins with one of these for a formula. On the way out such a text gets one more "'" in
 * front, on the way in it loses one; whatever number of "'" it has already counts as part of the text, so that going out
 * and coming in give back the very text.
 */
const WOULD_RUN = /^'*[=+\-@\t\r\0]/;
const WAS_KEPT_FROM_RUNNING = /^'+[=+\-@\t\r\0]/;

/** Whether a spreadsheet might run the text. */
export const wouldRun = (text: string): boolean => WOULD_RUN.test(text);

/** The text as it is written to a file: no spreadsheet runs it. */
export const neutralised = (text: string): string => (WOULD_RUN.test(text) ? `'${text}` : text);

/** The text that a file's cell stands for. */
export const restored = (text: string): string => (WAS_KEPT_FROM_RUNNING.test(text) ? text.slice(1) : text);
