import type { Page } from "playwright-core";
import { graveFindings } from "../support/axe";
import { askAs } from "../support/ask-as";
import { CATALOG, inAdmin } from "../support/in-admin";
import { xlsxOf } from "../support/sheet-file";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PERIOD = "Tháng 7/2019";

interface Known {
  procedures: { items: { code: string; nameVi: string }[] };
  agencies: { items: { id: string; name: string; code: string }[] };
  periods: { items: { id: string }[] };
}

const known = (page: Page): Promise<Known> =>
  askAs<Known>(
    page,
    `{ procedures(filter: { status: { eq: IN_FORCE }, code: { isNull: false } }, limit: 2) { items { code nameVi } }
       agencies(filter: { kind: { eq: DEPARTMENT }, code: { isNull: false } }, limit: 2) { items { id name code } }
       periods(filter: { name: { eq: "${PERIOD}" } }) { items { id } } }`,
  );

const choose = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: XLSX, buffer });

async function pick(page: Page, label: RegExp, text: string): Promise<void> {
  await page.getByRole("combobox", { name: label }).fill(text);
  await page.getByRole("option", { name: text }).first().click();
}

inAdmin("importing counts", (it) => {
  it("asks which period the report is of before its preview, and leaves its total out for all to see", async (visit) => {
    const { page, open, heading, signInAs, complaints, overflow } = visit;
    await signInAs(CATALOG);
    const { procedures, agencies } = await known(page);
    const [first, second] = procedures.items;
    const unit = agencies.items[0]!;
    const file = await xlsxOf(
      [
        [
          "STT",
          "MaDonVi",
          "TenDonVi",
          "MaTTHC",
          "TenTTHC",
          "TongTiepNhan",
          "TiepNhanTrucTiep",
          "TiepNhanBCCI",
          "TiepNhanTrucTuyen",
        ],
        [1, unit.code, unit.name, first!.code, first!.nameVi, 12, 7, 2, 3],
        [2, unit.code, unit.name, second!.code, second!.nameVi, 12, 7, 2, 2],
        [null, null, "Tổng cộng", null, null, 24, 14, 4, 5],
      ],
      "Phát sinh hồ sơ",
    );
    await open("/counts/import");
    await choose(page, "phat-sinh-ho-so.xlsx", file);
    await page.getByRole("heading", { name: "Tệp không có cột này: Kỳ báo cáo" }).waitFor();
    const go = page.getByRole("button", { name: "Xem trước", exact: true });
    expect(await go.isDisabled()).toBe(true);
    await pick(page, /Kỳ báo cáo/, PERIOD);
    expect(await graveFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await go.click();
    await heading("Xem trước: chưa ghi gì vào dữ liệu").waitFor();
    await page.getByText(`Cho mọi dòng: Kỳ báo cáo: ${PERIOD}`).waitFor();
    const tile = (name: RegExp) => page.getByRole("group", { name: "Lọc theo kết quả" }).getByRole("button", { name });
    expect(await tile(/Mới/).innerText()).toMatch(/^1\s/);
    expect(await tile(/Sai/).innerText()).toMatch(/^1\s/);
    expect(await tile(/Bỏ qua/).innerText()).toMatch(/^1\s/);
    await page
      .getByText("TongTiepNhan là 12, nhưng Nhận trực tiếp + Nhận qua BCCI + Nhận trực tuyến cộng lại được 11.")
      .waitFor();
    await tile(/Bỏ qua/).click();
    await page.getByText("Dòng cộng").waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Nhập 1 dòng, để lại 1" }).click();
    await heading("Đã nhập 1 dòng").waitFor();
    expect(complaints).toEqual([]);
  });

  it("shows form II.06a beside the counts, and how much they differ", async (visit) => {
    const { page, open, heading, signInAs, complaints, overflow } = visit;
    await signInAs(CATALOG);
    const { data } = { data: await known(page) };
    const id = data.periods.items[0]!.id;
    const unit = data.agencies.items[1]!;
    const create = `mutation($changes: [NationalFormChange!]!) { changeNationalForms(changes: $changes) { problems { messageVi } } }`;
    const row = { period: id, agency: unit.id, receivedOnline: 3, receivedCounterPost: 12 };
    const procedure = `{ procedures(filter: { status: { eq: IN_FORCE } }, limit: 1) { items { id } } }`;
    const found = await askAs<{ procedures: { items: { id: string }[] } }>(page, procedure);
    const count = {
      period: id,
      agency: unit.id,
      receptionUnit: unit.id,
      procedure: found.procedures.items[0]!.id,
      receivedOnline: 3,
      receivedCounter: 10,
      receivedPost: 0,
    };
    const answers = [
      await askAs(page, create, { changes: [{ create: row }] }),
      await askAs(page, create.replace("NationalForm", "Count").replace("changeNationalForms", "changeCounts"), {
        changes: [{ create: count }],
      }),
    ];
    expect(answers).toEqual([{ changeNationalForms: { problems: [] } }, { changeCounts: { problems: [] } }]);
    await open(`/cross-check?period=${id}`);
    await heading(/đơn vị lệch biểu, Tháng 7\/2019$/).waitFor();
    const line = page.getByRole("row", { name: new RegExp(unit.name) });
    expect(await line.innerText()).toMatch(/Lệch/);
    expect(await line.innerText()).toMatch(/biểu 12 \(−2\)/);
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("navigation", { name: "Menu", exact: true }).getByText("Đối chiếu biểu II.06a").waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
  });
});
