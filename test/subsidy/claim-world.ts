import type { Api, Asker } from "../support/api";
import type { ChangeInput } from "../../server/platform/changes/change";
import type { Role } from "../../server/platform/policy/policy";

type Row = Record<string, unknown>;

/** A line of a claim as a test says it; what it leaves out is the same for all. */
export interface LineSaid {
  route: string;
  rate: string;
  rateUnit?: string;
  rateVnd: string;
  quantity: string;
  sharePercent?: string;
  wantedVnd?: string;
  amountVnd: string;
  validFrom?: string;
  validTo?: string;
}

/**
 * A district that pays the Post for moving dossiers, another district beside it, and claims that are moved on by the
 * change path's verbs alone, so that papers are tested without the computation behind them.
 */
export class ClaimWorld {
  readonly ids: Record<string, string> = {};

  private constructor(readonly api: Api) {}

  static async in(api: Api): Promise<ClaimWorld> {
    const world = new ClaimWorld(api);
    const district = { kind: "DISTRICT_COMMITTEE" };
    await world.make("agency", "payer", { code: "UB-VC", name: "Ủy ban nhân dân huyện Văn Chấn", ...district });
    await world.make("agency", "other", { code: "UB-MCC", name: "Ủy ban nhân dân huyện Mù Cang Chải", ...district });
    const parent = world.ids.payer;
    await world.make("agency", "oneStop", {
      code: "MC-VC",
      name: "Bộ phận Phục vụ hành chính công huyện Văn Chấn",
      kind: "ONE_STOP",
      parent,
    });
    await world.make("agency", "post", { code: "BDT", name: "Bưu điện tỉnh Yên Bái", kind: "POST" });
    await world.make("agency", "land", {
      code: "VPDK",
      name: "Văn phòng Đăng ký đất đai và Phát triển quỹ đất tỉnh Yên Bái",
      kind: "DEPARTMENT",
    });
    for (const [name, agency] of [
      ["route", ["VC-VPDK-DI", "oneStop", "land", "IN"]],
      ["wayBack", ["VC-VPDK-VE", "land", "oneStop", "OUT"]],
    ] as const) {
      const [code, from, to, direction] = agency;
      await world.make("transferRoute", name, {
        ...{ code, direction, carrier: "POST" },
        ...{ from: world.ids[from], to: world.ids[to], carriedBy: world.ids.post },
      });
    }
    for (const [name, route] of [
      ["rate", "route"],
      ["rateBack", "wayBack"],
    ])
      await world.make("transferRate", name, {
        ...{ route: world.ids[route], rateUnit: "PER_DOSSIER", amountVnd: "12000" },
        ...{ validFrom: "2019-01-01", contract: "Hợp đồng số 12/HĐ-UBND ngày 02/01/2019" },
      });
    await world.make("subsidyProgram", "program", {
      name: "Kinh phí luân chuyển hồ sơ năm 2019, UBND huyện Văn Chấn",
      ...{ payer: world.ids.payer, contractor: world.ids.post, fiscalYear: 2019, quantityFrom: "HAND_OVERS" },
      ...{ sharePercent: "70", capVnd: "15000000" },
    });
    for (const route of ["route", "wayBack"])
      await world.make("subsidyProgramRoute", `on-${route}`, { program: world.ids.program, route: world.ids[route] });
    return world;
  }

  /** Somebody of an agency, signed in. */
  async somebody(name: string, role: Role, agency: string | null): Promise<Asker & { cookie: string }> {
    const email = `p${Object.keys(this.ids).length}@test.example`;
    const agencyId = agency && this.ids[agency];
    const id = await this.make("person", name, { name, email, roles: [role], agency: agencyId, isActive: true });
    const person = { id, name, roles: [role], agencyId, readOnly: false };
    const { secret } = await this.api.app.services.sessions.open(person);
    const cookie = `danh_muc_session=${secret}`;
    return { ...this.api.withHeaders({ cookie }), person, cookie };
  }

  /** Writes a row as the system does; its id is kept under the name. */
  async make(single: string, name: string, create: Row): Promise<string> {
    const [id] = await this.write([[single, { create }]]);
    return (this.ids[name] = id);
  }

  /** A claim of the Post for the second quarter, in the state it is made in: a draft. */
  claim(code: string, more: Row = {}): Promise<string> {
    return this.make("subsidyClaim", code, {
      ...{ code, program: this.ids.program, firstDay: "2019-04-01", lastDay: "2019-06-30" },
      ...{ claimant: this.ids.post, payee: this.ids.post, ...more },
    });
  }

  /** Submits a claim with these lines, as the computation would. */
  async submit(code: string, lines: readonly LineSaid[], more: Row = {}, kind = "ORIGINAL"): Promise<void> {
    const claim = this.ids[code];
    const total = lines.reduce((sum, { amountVnd }) => sum + BigInt(amountVnd), 0n);
    const { program, payer, post } = this.ids;
    const parties = { claim, program, payer, claimant: post, payee: post };
    await this.write(
      [
        ["subsidyClaim", { update: { id: claim, set: { state: "SUBMITTED", totalVnd: String(total), ...more } } }],
        ...lines.map((line, index): [string, ChangeInput] => [
          "subsidyClaimLine",
          {
            create: {
              ...{ ...parties, kind, position: index + 1, windowFrom: "2019-04-01" },
              ...{ validFrom: "2019-04-01", validTo: "2019-07-01", rateUnit: "PER_DOSSIER", sharePercent: "70" },
              ...{ wantedVnd: line.amountVnd, ...line, route: this.ids[line.route], rate: this.ids[line.rate] },
            },
          },
        ]),
      ],
      "submit",
    );
  }

  /** Moves a claim on by one of its verbs. */
  async step(code: string, verb: string, set: Row): Promise<void> {
    await this.write([["subsidyClaim", { update: { id: this.ids[code], set } }]], verb);
  }

  async write(changes: [single: string, input: ChangeInput][], verb?: string): Promise<string[]> {
    const { changes: path, registry } = this.api.app.services;
    const answer = await path.apply({
      ...{ person: null, source: "SYSTEM", note: "a world of tests", mode: "ALL_OR_NONE", dryRun: false, key: null },
      ...{ verb, changes: changes.map(([single, input]) => ({ resource: registry.single(single), input })) },
    });
    if (answer.problems.length > 0) throw new Error(JSON.stringify(answer.problems, null, 2));
    return answer.rows.filter(({ resource }) => resource === registry.single(changes[0][0]).name).map(({ id }) => id);
  }
}
