import { hash, verify } from "@node-rs/argon2";

/** argon2id with 19 MiB, two passes and one lane: the floor that OWASP's password storage sheet gives. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What is stored of a password. Compositions of one letter are one: NFC first. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), OPTIONS);

export const isPassword = (stored: string, password: string): Promise<boolean> =>
  verify(stored, password.normalize("NFC")).catch(() => false);

let decoy: Promise<string> | null = null;

/** Takes as long as a real comparison, for people who do not exist. */
export async function compareWithNobody(password: string): Promise<false> {
  decoy ??= hashPassword("a password that nobody has");
  await isPassword(await decoy, password);
  return false;
}
