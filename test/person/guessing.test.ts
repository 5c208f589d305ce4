import { createHash } from "node:crypto";
import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";
import { change } from "../change/change-speech";

const PASSWORD = "một mật khẩu đủ dài";
const SIGN_IN = `mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }`;
/** Wrong passwords from one address that cost nothing but their time. */
const FREE = 10;

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine);
    const quan = await api.as("quan");
    const emails = ["doan", "dong.loat", "dung", "nham", "xa", "khap.noi"].map((name) => `${name}@test.example`);
    const creates = emails.map((email) => ({
      create: { name: email, email, roles: ["LEADER"], isActive: true, password: PASSWORD },
    }));
    expect((await change(quan, "Person", creates)).problems).toEqual([]);
  });
  afterAll(() => api.close());

  /** Tries a password from an address; null where it was right. */
  async function guess(email: string, password: string, from = "10.0.0.9"): Promise<Record<string, unknown> | null> {
    const answer = await api.inject({
      method: "POST",
      url: "/graphql",
      remoteAddress: from,
      headers: { "content-type": "application/json" },
      payload: { query: SIGN_IN, variables: { email, password } },
    });
    return answer.json().errors?.[0].extensions ?? null;
  }
  const repeat = async (email: string, times: number, from?: string) => {
    const said = [];
    for (let i = 0; i < times; i++) said.push(await guess(email, `đoán lần thứ ${i} sai`, from));
    return said;
  };
  const end = (): Promise<number> =>
    api.app.database.write((tx) => tx.run("UPDATE sign_in_failure SET locked_until = '2019-01-01T00:00:00.000Z'"));

  test("guessing is slowed down after some failures, for an email that exists and one that does not alike", async () => {
    const known = await repeat("doan@test.example", FREE + 3);
    const unknown = await repeat("khong.co@test.example", FREE + 3);
    expect(unknown).toEqual(known);
    expect(known.map((r) => r!.code)).toEqual(Array(FREE + 3).fill("SIGN_IN"));
    expect(known.map((r) => r!.field)).toEqual([...Array(FREE).fill("password"), "email", "email", "email"]);
    expect(known.at(-1)!.messageVi).toContain("phút");
    // While it is locked the right password does not help, and neither does writing the email another way.
    expect(await guess("doan@test.example", PASSWORD)).toMatchObject({ field: "email" });
    expect(await guess(" DOAN@test.example ", PASSWORD)).toMatchObject({ field: "email" });
  });

  test("a lock ends with its time, and the right password forgets the failures", async () => {
    await repeat("nham@test.example", FREE + 1);
    await end();
    expect(await guess("nham@test.example", PASSWORD)).toBeNull();
    expect((await repeat("nham@test.example", FREE - 1)).map((r) => r!.field)).toEqual(
      Array(FREE - 1).fill("password"),
    );
    expect(await guess("nham@test.example", PASSWORD)).toBeNull();
  });

  test("whoever guesses locks neither other emails nor the owner, who comes from elsewhere", async () => {
    await repeat("xa@test.example", FREE + 2, "203.0.113.7");
    expect(await guess("xa@test.example", PASSWORD, "203.0.113.7")).toMatchObject({ field: "email" });
    expect(await guess("dung@test.example", PASSWORD, "203.0.113.7")).toBeNull();
    expect(await guess("xa@test.example", PASSWORD, "10.0.0.5")).toBeNull();
  });

  test("many addresses together are slowed down too", async () => {
    await guess("khap.noi@test.example", "sai mật khẩu rồi nhé", "203.0.113.1");
    const subject = createHash("sha256").update("khap.noi@test.example").digest("hex");
    await api.app.database.write((tx) =>
      tx.run("UPDATE sign_in_failure SET count = 1000 WHERE subject = ?", [subject]),
    );
    expect(await guess("khap.noi@test.example", "lại sai mật khẩu", "203.0.113.2")).toMatchObject({
      field: "password",
    });
    expect(await guess("khap.noi@test.example", PASSWORD, "203.0.113.3")).toMatchObject({ field: "email" });
  });

  test("forty guesses at once are no more guesses than one after the other", async () => {
    const said = await Promise.all(
      Array.from({ length: 40 }, (_, i) => guess("dong.loat@test.example", `đoán cùng lúc ${i} sai`)),
    );
    expect(said.filter((r) => r!.field === "password").length).toBeLessThanOrEqual(FREE);
    expect(new Set(said.map((r) => r!.code))).toEqual(new Set(["SIGN_IN"]));
  });

  test("emails and addresses that were tried are not kept as they are", async () => {
    await guess("ten.that@test.example", "sai mật khẩu rồi nhé");
    const kept = await api.app.database.read("SELECT subject FROM sign_in_failure");
    expect(kept.length).toBeGreaterThan(0);
    for (const [subject] of kept) expect(subject).toMatch(/^[0-9a-f]{64}$/);
  });
});
