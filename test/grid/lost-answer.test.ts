import type { SaveRequest } from "../../admin/grid/save-plan";
import { SaveFlow } from "../../admin/grid/save-flow";
import { columnOf, openStore } from "./grid-fixture";

/** A server that keeps answers under their keys, as ours does, and of which an answer may get lost. */
function server() {
  const known = new Map<string, number>();
  const state = { writes: 0, isLost: false, isDown: false, requests: [] as SaveRequest[] };
  const save = async (request: SaveRequest) => {
    state.requests.push(request);
    if (state.isDown) throw new TypeError("Failed to fetch");
    const rows = request.changes.map((change, index) => ({
      index,
      id: "create" in change ? "900" : "update" in change ? change.update.id : change.delete.id,
      version: 2,
      action: "UPDATE",
      cells: [],
    }));
    const before = !request.dryRun || request.asks ? known.get(request.key) : undefined;
    if (request.dryRun && before === undefined) return { changeSet: null, rows, problems: [] };
    if (before === undefined) known.set(request.key, ++state.writes);
    if (state.isLost) throw new TypeError("Failed to fetch");
    return { changeSet: { id: "1285" }, rows, problems: [] };
  };
  return { state, save };
}

async function atPreview() {
  const { store } = await openStore();
  const flow = new SaveFlow(store);
  const { state, save } = server();
  flow.onSave = save;
  store.place([
    { column: columnOf("fee"), row: 2, content: "135.000" },
    { column: columnOf("name"), row: 20, content: "Dòng mới" },
  ]);
  flow.setNote("Lý do");
  await flow.preview();
  return { store, flow, state };
}

describe("a save whose answer is lost", () => {
  it("is kept before it is sent, so that a page that is opened again can ask what became of it", async () => {
    const { store, flow, state } = await atPreview();
    const kept: unknown[] = [];
    flow.beforeSend = async () => void kept.push(flow.sent?.key, state.writes);
    state.isLost = true;
    await flow.confirm();
    expect(kept).toEqual([flow.sent?.key, 0]);
    // The page is loaded again: the draft brings back the edits and what was sent.
    const again = await openStore();
    again.store.restart(store.staged);
    const next = new SaveFlow(again.store);
    next.onSave = flow.onSave;
    state.isLost = false;
    await next.askAgain(JSON.parse(JSON.stringify(flow.sent)));
    expect([again.store.staged.rows.size, state.writes, next.sent]).toEqual([0, 1, null]);
    expect(again.store.notice).toMatchObject({ key: "saved", values: { set: "1285", n: 2 } });
  });

  it("that never arrived is not made by asking: its rows wait, and are saved once when somebody says so", async () => {
    const { store, flow, state } = await atPreview();
    state.isDown = true;
    await flow.confirm();
    expect(flow.step).toMatchObject({ at: "preview", failed: true });
    await flow.askAgain(flow.sent!);
    // Still no answer: nothing is decided.
    expect(flow.sent).not.toBeNull();
    state.isDown = false;
    flow.back();
    await flow.askAgain(flow.sent!);
    expect([store.staged.rows.size, state.writes, flow.sent]).toEqual([2, 0, null]);
    await flow.preview();
    await flow.confirm();
    expect([store.staged.rows.size, state.writes]).toEqual([0, 1]);
  });

  it("is settled before edits that were made since are sent: a new row is not made twice", async () => {
    const { store, flow, state } = await atPreview();
    state.isLost = true;
    await flow.confirm();
    flow.back();
    state.isLost = false;
    store.place([{ column: columnOf("fee"), row: 20, content: "7" }]);
    await flow.preview();
    expect(flow.step).toMatchObject({
      at: "preview",
      plan: { changes: [{ update: { id: "900", version: 2, set: { fee: "7" } } }] },
    });
    expect(state.writes).toBe(1);
  });
});
