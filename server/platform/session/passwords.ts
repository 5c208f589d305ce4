import { hash, verify } from "@node-rs/argon2";
import { Refusal } from "../errors/refusal";

/** argon2id with 19 MiB, two passes and one lane: the floor that OWASP's password storage sheet gives. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Comparisons at one time, and how many may wait: each takes memory and a core for some time. */
const AT_ONCE = 4;
const WAITING = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= WAITING) throw new Refusal("BUSY", null);
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** What is stored of a password. Compositions of one letter are one: NFC first. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFC"), OPTIONS));

export const isPassword = (stored: string, password: string): Promise<boolean> =>
  inTurn(() => verify(stored, password.normalize("NFC")).catch(() => false));

let decoy: Promise<string> | null = null;

/** Takes as long as a real comparison, for people who do not exist. */
export async function compareWithNobody(password: string): Promise<false> {
  decoy ??= hashPassword("a password that nobody has");
  await isPassword(await decoy, password);
  return false;
}
