import { Refusal } from "../errors/refusal";

/** The note of a change set as a request gives it; an empty one is none. */
export function readNote(note: string | null | undefined, field = "note"): string | null {
  const text = note?.normalize("NFC") ?? null;
  if (text !== null && [...text].length > 1000)
    throw new Refusal("LIMIT", field, { max: 1000, length: [...text].length }, "tooLong");
  return text === "" ? null : text;
}

/** The idempotency key of a request. */
export function readKey(key: string | null | undefined): string | null {
  if (key == null) return null;
  if (!/^[\x21-\x7e]{1,100}$/.test(key)) throw new Refusal("BAD_INPUT", "key", { shape: "6b1f…" }, "codeShape");
  return key;
}
