import { startApi, type Api } from "../support/api";
import { eachEngine } from "../support/engines";
import { change } from "../change/change-speech";

const PASSWORD = "một mật khẩu đủ dài";
const SIGN_IN = `mutation($email: String!, $password: String!) { signIn(email: $email, password: $password) { roles } }`;

eachEngine((engine) => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(engine);
    const quan = await api.as("quan");
    const emails = ["doan", "dong.loat", "dung", "nham"].map((name) => `${name}@test.example`);
    const creates = emails.map((email) => ({
      create: { name: email, email, roles: ["LEADER"], isActive: true, password: PASSWORD },
    }));
    expect((await change(quan, "Person", creates)).problems).toEqual([]);
  });
  afterAll(() => api.close());

  const guess = async (email: string, password: string): Promise<Record<string, unknown> | null> =>
    (await api.nobody.ask(SIGN_IN, { email, password })).errors?.[0].extensions ?? null;
  const repeat = async (email: string, times: number) => {
    const said = [];
    for (let i = 0; i < times; i++) said.push(await guess(email, `đoán lần thứ ${i} sai`));
    return said;
  };

  test("guessing is slowed down after a few failures, for an address that exists and one that does not alike", async () => {
    const known = await repeat("doan@test.example", 8);
    const unknown = await repeat("khong.co@test.example", 8);
    expect(unknown).toEqual(known);
    expect(known[0]).toMatchObject({ code: "SIGN_IN", field: "password" });
    expect(known[7]).toMatchObject({ code: "SIGN_IN", field: "email" });
    expect(known[7]!.messageVi).toContain("phút");
    // While it is locked the right password does not help, and neither does writing the address another way.
    expect(await guess("doan@test.example", PASSWORD)).toMatchObject({ field: "email" });
    expect(await guess(" DOAN@test.example ", PASSWORD)).toMatchObject({ field: "email" });
  });

  test("a lock ends with its time, and the right password forgets the failures", async () => {
    await repeat("nham@test.example", 6);
    await api.app.database.write((tx) =>
      tx.run("UPDATE sign_in_failure SET locked_until = ?", ["2019-01-01T00:00:00.000Z"]),
    );
    expect(await guess("nham@test.example", PASSWORD)).toBeNull();
    expect((await repeat("nham@test.example", 4)).map((r) => r!.field)).toEqual(Array(4).fill("password"));
    expect(await guess("nham@test.example", PASSWORD)).toBeNull();
  });

  test("one locked address locks nobody else", async () => {
    await repeat("khong.phai.ai@test.example", 7);
    expect(await guess("dung@test.example", PASSWORD)).toBeNull();
  });

  test("thirty guesses at once are no more guesses than one after the other", async () => {
    const said = await Promise.all(
      Array.from({ length: 30 }, (_, i) => guess("dong.loat@test.example", `đoán cùng lúc ${i} sai`)),
    );
    expect(said.filter((r) => r!.field === "password").length).toBeLessThanOrEqual(6);
    expect(said.every((r) => r!.code === "SIGN_IN")).toBe(true);
  });

  test("addresses that were tried are not kept as they are", async () => {
    await guess("ten.that@test.example", "sai mật khẩu rồi nhé");
    const kept = await api.app.database.read("SELECT email FROM sign_in_failure");
    expect(kept.length).toBeGreaterThan(0);
    for (const [email] of kept) expect(email).toMatch(/^[0-9a-f]{64}$/);
  });
});
