import { askAs } from "../support/ask-as";
import { graveFindings } from "../support/axe";
import { CATALOG, inAdmin, LEADER } from "../support/in-admin";

inAdmin("target sets and their criteria", (it) => {
  it("shows both readings of T4 with their figures, and makes the other one official for a reason", async ({
    page,
    open,
    beginAs,
  }) => {
    await beginAs(CATALOG);
    await open("/targetSets");
    await page.getByRole("link", { name: /^Chỉ tiêu cải thiện điểm/ }).click();
    await page.getByRole("row", { name: /T4/ }).getByText("34% = 2.856 / 8.400").waitFor();
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("link", { name: "Tỷ lệ hồ sơ xử lý trực tuyến mức độ 3" }).click();
    const agency = page.getByRole("region", { name: "Trên toàn bộ hồ sơ của cơ quan" });
    const catalog = page.getByRole("region", { name: "Trên hồ sơ của danh mục hoặc mức độ" });
    await agency.getByText("5,95%").waitFor();
    expect(await agency.innerText()).toMatch(/Còn thiếu 16\.344 hồ sơ[\s\S]*5,95% = 2\.856 \/ 48\.000/);
    expect(await catalog.innerText()).toMatch(/Chính thức[\s\S]*Còn thiếu 504 hồ sơ[\s\S]*34% = 2\.856 \/ 8\.400/);
    expect(await graveFindings(page)).toEqual([]);
    await agency.getByRole("button", { name: /^Chọn làm chính thức: Trên toàn bộ/ }).click();
    const dialog = page.getByRole("dialog", { name: "Đổi cách hiểu chính thức của T4?" });
    expect(await dialog.innerText()).toMatch(/Đang dùng[\s\S]*504[\s\S]*Sẽ dùng[\s\S]*16\.344/);
    await dialog.getByRole("button", { name: "Chọn làm chính thức", exact: true }).click();
    await dialog.getByText("Hãy ghi vì sao chọn cách hiểu này.").waitFor();
    await dialog.getByRole("textbox", { name: /Lý do/ }).fill("Theo kết luận của Chủ tịch");
    await dialog.getByRole("button", { name: "Chọn làm chính thức", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await agency.getByText("Chính thức", { exact: true }).waitFor();
    const { criteria } = await askAs<{ criteria: { items: { officialReading: string }[] } }>(
      page,
      '{ criteria(filter: { code: { eq: "T4" } }) { items { officialReading } } }',
    );
    expect(criteria.items).toEqual([{ officialReading: "AGENCY" }]);
    await page.getByRole("tab", { name: "Lịch sử" }).click();
    await page.getByText("Theo kết luận của Chủ tịch").waitFor();
  });

  it("takes a rubric with its bands, refuses those in the wrong order, and tries it on ratios", async ({
    page,
    open,
    signInAs,
  }) => {
    await signInAs(CATALOG);
    const { criteria } = await askAs<{ criteria: { items: { id: string }[] } }>(
      page,
      '{ criteria(filter: { code: { eq: "T2A" } }) { items { id } } }',
    );
    const [{ id }] = criteria.items as [{ id: string }];
    await open(`/criteria/${id}/rubric`);
    await page.getByRole("radio", { name: /^Theo bậc/ }).check();
    await page.getByRole("textbox", { name: "Điểm tối đa" }).fill("1");
    const band = (at: number) => page.getByRole("group", { name: `Bậc ${at}` });
    await band(1).getByLabel("Từ (%)").fill("10");
    await band(1).getByLabel("Điểm").fill("0,5");
    await page.getByRole("button", { name: "Thêm bậc" }).click();
    await band(2).getByLabel("Từ (%)").fill("15");
    await band(2).getByLabel("Điểm").fill("1");
    await page.getByText("Bậc “15: 1” đứng sau bậc “10: 0.5”").waitFor();
    await page.getByRole("textbox", { name: /Lý do/ }).fill("Thang điểm ban hành");
    await page.getByRole("button", { name: "Lưu thang điểm" }).click();
    await page.getByText("Chưa lưu được, cần sửa:").waitFor();
    await band(1).getByLabel("Từ (%)").fill("15");
    await band(1).getByLabel("Điểm").fill("1");
    await band(2).getByLabel("Từ (%)").fill("10");
    await band(2).getByLabel("Điểm").fill("0,5");
    const trial = page.getByRole("complementary", { name: "Thử thang điểm" });
    expect(await trial.innerText()).toMatch(/15%\s+1\s+14,99%\s+0,5\s+10%\s+0,5\s+9,99%\s+0/);
    expect(await graveFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Lưu thang điểm" }).click();
    await page.getByText(/Đã lưu thang điểm của T2A, lần cập nhật #/).waitFor();
    const saved = await askAs<{ criterion: object }>(page, `{ criterion(id: "${id}") { scoring points bands } }`);
    expect(saved.criterion).toEqual({ scoring: "BANDS", points: "1", bands: ["15: 1", "10: 0.5"] });
    await page.getByText("0 trên 1 điểm").first().waitFor();
  });

  it("marks the example set as invented, and lets a leader look but not choose", async ({ page, open, beginAs }) => {
    await beginAs(LEADER);
    await open("/targetSets");
    await page.getByRole("link", { name: /^Ví dụ bộ chỉ tiêu/ }).click();
    await page.getByText("điểm và bậc điểm không phải của bộ chỉ số thật").waitFor();
    await page.getByRole("row", { name: /VD1/ }).getByText("0,5 trên 1 điểm").waitFor();
    await open("/targetSets");
    await page.getByRole("link", { name: /^Chỉ tiêu cải thiện điểm/ }).click();
    await page.getByRole("link", { name: "Tỷ lệ TTHC trong danh mục BCCI có phát sinh hồ sơ" }).click();
    const locked = page.getByRole("button", {
      name: /^Chọn làm chính thức: .*Cán bộ kiểm soát TTHC hoặc quản trị chọn/,
    });
    await locked.first().waitFor();
    expect(await locked.count()).toBe(3);
    expect(await page.getByRole("link", { name: "Nhập thang điểm" }).count()).toBe(0);
  });

  it("moves a task on by two clicks", async ({ page, open, beginAs }) => {
    await beginAs(CATALOG);
    await open("/tasks");
    await page.getByRole("heading", { level: 1, name: "8 trên 9 việc chưa xong" }).waitFor();
    await page.getByRole("button", { name: /^Tình trạng: Chưa làm\..*Kết nối Cổng của Bưu điện/ }).click();
    await page.getByRole("menuitem", { name: "Đã xong" }).click();
    await page.getByText(/Đã đổi thành Đã xong, lần cập nhật #/).waitFor();
    await page.getByRole("heading", { level: 1, name: "7 trên 9 việc chưa xong" }).waitFor();
  });
});
