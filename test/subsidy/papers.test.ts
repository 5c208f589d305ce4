import mammoth from "mammoth";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSheet } from "../../server/platform/sheet/open-sheet";
import type { SheetValue } from "../../server/platform/sheet/sheet";
import { startApi, type Api, type Asker } from "../support/api";
import { eachEngine } from "../support/engines";
import { convertAllInLibreOffice, inLibreOffice } from "../support/soffice";
import { ClaimWorld } from "./claim-world";
import { BEYOND_DOUBLES, paperStory, SEVEN } from "./paper-story";

eachEngine((engine) => {
  let api: Api;
  let world: ClaimWorld;
  let finance: Asker & { cookie: string };
  let stranger: Asker & { cookie: string };
  beforeAll(async () => {
    api = await startApi(engine);
    world = await ClaimWorld.in(api);
    await paperStory(world);
    finance = await world.somebody("Đinh Công Tráng", "FINANCE", "payer");
    stranger = await world.somebody("Lý A Sùng", "FINANCE", "other");
  });
  afterAll(() => api?.close());

  const fetched = (url: string, cookie: string | null = finance.cookie) =>
    api.inject({ url: `/api/${url}`, headers: cookie === null ? {} : { cookie } });
  const claim = (code: string, form: string): string => `subsidy-claims/${world.ids[`${code}/ĐN-BĐT`]}.${form}`;
  const textOf = async (url: string): Promise<string> => {
    const answer = await fetched(url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    return (await mammoth.extractRawText({ buffer: answer.rawPayload })).value;
  };
  const sheetsOf = async (url: string): Promise<Record<string, SheetValue[][]>> => {
    const answer = await fetched(url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    const folder = mkdtempSync(join(tmpdir(), "danh-muc-file-"));
    try {
      const path = join(folder, "file");
      writeFileSync(path, answer.rawPayload);
      const first = await openSheet(path, "a.xlsx");
      const sheets: Record<string, SheetValue[][]> = {};
      for (const name of first.sheetNames) {
        sheets[name] = [];
        for await (const { values } of first.another(name).rows()) sheets[name].push(values);
      }
      return sheets;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const factsOf = (sheet: SheetValue[][]) => Object.fromEntries(sheet.slice(1) as [string, SheetValue][]);

  describe("the request for payment", () => {
    test("is there for a claimant who sees the claim and not its program", async () => {
      const unit = await world.somebody("Hoàng Thị Sen", "AGENCY", "oneStop");
      for (const [code, submitted] of [
        ["09/ĐN-BĐT", false],
        ["10/ĐN-BĐT", true],
      ] as const) {
        await world.claim(code, { claimant: world.ids.oneStop, firstDay: "2019-11-01", lastDay: "2019-11-30" });
        if (submitted)
          await world.write(
            [["subsidyClaim", { update: { id: world.ids[code], set: { state: "SUBMITTED", totalVnd: "0" } } }]],
            "submit",
          );
        for (const form of ["docx", "xlsx"])
          expect((await fetched(claim(code.slice(0, 2), form), unit.cookie)).statusCode).toBe(200);
      }
      const draft = await fetched(claim("09", "docx"), unit.cookie);
      const { value } = await mammoth.extractRawText({ buffer: draft.rawPayload });
      expect(value).toContain("Cộng 2 dòng");
      expect(value).not.toContain("UBND huyện Văn Chấn”");
    });

    test("names its parties and papers, every line, the total in figures and words, and VAT apart", async () => {
      const text = await textOf(claim("02", "docx"));
      for (const said of [
        "BƯU ĐIỆN TỈNH YÊN BÁI",
        "Số: 02/ĐN-BĐT",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "GIẤY ĐỀ NGHỊ THANH TOÁN",
        "Từ ngày 1/4/2019 đến ngày 30/6/2019 (quý II/2019)",
        "Kính gửi: Ủy ban nhân dân huyện Văn Chấn",
        "Căn cứ kế hoạch “Kinh phí luân chuyển hồ sơ năm 2019, UBND huyện Văn Chấn”;",
        // The number says itself what it is: not "Hợp đồng Hợp đồng".
        "Căn cứ Hợp đồng 15/HĐ-2019 ngày 02/01/2019;",
        "Căn cứ Biên bản nghiệm thu 07/BBNT ngày 5/7/2019;",
        "Theo Hóa đơn 0004127 ngày 6/7/2019 (giá đã gồm thuế GTGT).",
        "Cộng 7 dòng",
        "Tổng số tiền đề nghị thanh toán: 13.852.300 đồng.",
        "Bằng chữ: Mười ba triệu tám trăm năm mươi hai nghìn ba trăm đồng.",
        "Số tiền chưa gồm thuế GTGT: 12.593.000 đồng.",
        "Thuế GTGT (10%): 1.259.300 đồng.",
        "Tài khoản: 8700201000123, Ngân hàng Nông nghiệp và Phát triển nông thôn Việt Nam, chi nhánh Văn Chấn",
        "(Phòng Lao động, Việc làm và Giáo dục nghề nghiệp)",
        "1/6/2019 – 30/6/2019",
        "412 hồ\u00a0sơ",
        "làm tròn một lần đến đồng, nửa đồng làm tròn lên",
        "24 chuyến",
        "3 tháng",
        "NGƯỜI LẬP",
        "KẾ TOÁN, KIỂM TRA",
        "THỦ TRƯỞNG ĐƠN VỊ DUYỆT",
        "Phạm Đức Thuận",
        "Dữ liệu minh họa, không có giá trị thanh toán.",
      ])
        expect(text).toContain(said);
      for (const said of ["3.460.800", "1.767.150", "3.326.400", "1.615.950", "1.428.000", "1.309.000", "945.000"])
        expect(text).toContain(said);
      // Nobody approved it yet, and it is no draft.
      expect(text).not.toContain("Hà Thị Loan");
      expect(text).not.toContain("BẢN NHÁP");
    });

    test("names whoever approved it, and the lines that the cap cut", async () => {
      const text = await textOf(claim("01", "docx"));
      expect(text).toContain("Hà Thị Loan");
      expect(text).toContain("Dòng 1: tính ra 12.000.000 đồng, trần của kế hoạch chỉ còn 11.927.650 đồng.");
    });

    test("lists what is attached to it", async () => {
      const answer = await api.inject({
        method: "POST",
        url: `/api/subsidy-claims/${world.ids["02/ĐN-BĐT"]}/attachments?kind=MINUTES&name=${encodeURIComponent("bb nghiệm thu.pdf")}`,
        headers: { cookie: finance.cookie },
        payload: Buffer.from("%PDF-1.7"),
      });
      expect(answer.statusCode).toBe(201);
      expect(await textOf(claim("02", "docx"))).toContain("1. Biên bản nghiệm thu: bb nghiệm thu.pdf");
      expect(await textOf(claim("04", "docx"))).toContain("Không có tệp đính kèm.");
    });

    test("is a draft until it is submitted, says so, and has the lines that are computed now", async () => {
      const answer = await fetched(claim("03", "docx"));
      expect(answer.headers["content-disposition"]).toBe(
        'attachment; filename="de-nghi-thanh-toan-03-dn-bdt-ban-nhap.docx"',
      );
      await world.make("handOver", "moved", {
        ...{ number: "01/GN", route: world.ids.route, handedOn: "2019-05-06", dossiers: 37, carrier: "POST" },
        ...{ senderSignature: "Lò Thị Mỷ", receiverSignature: "Bàn Văn Phúc" },
      });
      const { subsidyComputation } = await finance.data(
        `query($p: ID!, $c: ID!) { subsidyComputation(program: $p, from: "2019-04-01", to: "2019-06-30", claim: $c) {
          totalVnd lines { amountVnd } } }`,
        { p: world.ids.program, c: world.ids["03/ĐN-BĐT"] },
      );
      expect(subsidyComputation.totalVnd).toBe("310800");
      const text = await textOf(claim("03", "docx"));
      for (const said of [
        "BẢN NHÁP: chưa gửi, tính đến ngày 20/7/2019",
        "37 hồ\u00a0sơ",
        "Bằng chữ: Ba trăm mười nghìn tám trăm đồng.",
      ])
        expect(text).toContain(said);
      const [, ...lines] = (await sheetsOf(claim("03", "xlsx")))["Các dòng"];
      expect(lines.map((line) => String(line[11]))).toEqual([
        ...subsidyComputation.lines.map(({ amountVnd }: { amountVnd: string }) => amountVnd),
        "310800",
      ]);
    });

    test("of a draft that cannot be computed says why", async () => {
      await world.make("handOver", "unpaid", {
        ...{ number: "02/GN", route: world.ids.police, handedOn: "2018-05-07", dossiers: 1, carrier: "POST" },
        ...{ senderSignature: "Lò Thị Mỷ", receiverSignature: "Bàn Văn Phúc" },
      });
      await world.make("subsidyProgramRoute", "on-police", { program: world.ids.program, route: world.ids.police });
      await world.claim("07/ĐN-BĐT", { firstDay: "2018-04-01", lastDay: "2018-06-30" });
      const text = await textOf(claim("07", "docx"));
      expect(text).toContain("Chưa tính được.");
      expect(text).toContain("VC-POLICE");
      expect(text).not.toContain("Bằng chữ");
    });

    test("without a line claims nothing, in words too", async () => {
      const text = await textOf(claim("04", "docx"));
      for (const said of ["Cộng 0 dòng", "0 đồng.", "Bằng chữ: Không đồng."]) expect(text).toContain(said);
    });

    test("that gives money back says what it corrects and by how much", async () => {
      const text = await textOf(claim("05", "docx"));
      for (const said of [
        "Điều chỉnh đề nghị số 01/ĐN-BĐT, đã phê duyệt ngày 12/4/2019",
        "−1.420 hồ\u00a0sơ",
        "1.400,5 hồ\u00a0sơ",
        "−11.927.650",
        "Tổng số tiền đề nghị thanh toán: −163.450 đồng.",
        "Số tiền điều chỉnh giảm: 163.450 đồng.",
        "Bằng chữ: Âm một trăm sáu mươi ba nghìn bốn trăm năm mươi đồng.",
      ])
        expect(text).toContain(said);
    });

    test("keeps every đồng beyond 2^53", async () => {
      const text = await textOf(claim("06", "docx"));
      expect(text).toContain("9.007.199.254.740.993");
      expect(text).toContain("Tổng số tiền đề nghị thanh toán: 9.007.199.254.740.994 đồng.");
      expect(text).toContain("bảy trăm bốn mươi nghìn chín trăm chín mươi bốn đồng.");
    });

    test("is translated on request, with the amount in Vietnamese words", async () => {
      const text = await textOf(`${claim("02", "docx")}?lang=en`);
      for (const said of [
        "REQUEST FOR PAYMENT",
        "Translation.",
        "Sum of 7 lines",
        "Total claimed: 13,852,300 đ.",
        "Mười ba triệu",
        "412 dossiers",
        "By Hợp đồng 15/HĐ-2019",
      ])
        expect(text).toContain(said);
    });
  });

  describe("the claim's workbook", () => {
    test("has its lines as numbers and days, and their sum", async () => {
      const sheets = await sheetsOf(claim("02", "xlsx"));
      const [head, ...lines] = sheets["Các dòng"];
      expect(head.slice(7)).toEqual(["Đơn giá (đ)", "Số lượng", "Mức hỗ trợ (%)", "Trước trần (đ)", "Thành tiền (đ)"]);
      expect(lines.slice(0, 7).map((line) => [line[7], line[8], line[11]])).toEqual(
        SEVEN.map(({ rateVnd, quantity, amountVnd }) => [Number(rateVnd), Number(quantity), Number(amountVnd)]),
      );
      expect(lines[1].slice(4, 7)).toEqual([{ day: "2019-06-01" }, { day: "2019-06-30" }, "Mỗi hồ sơ"]);
      expect(lines[7].slice(2, 3)).toEqual(["Cộng 7 dòng"]);
      expect(lines[7].slice(10)).toEqual([13852300, 13852300]);
      const facts = factsOf(sheets["Thông tin"]);
      expect(facts).toMatchObject({
        "Số đề nghị": "02/ĐN-BĐT",
        "Hóa đơn": "0004127",
        "Tổng số tiền (đ)": 13852300,
        "Trong đó thuế GTGT (đ)": 1259300,
        "Chưa gồm thuế GTGT (đ)": 12593000,
        "Lưu ý": "Dữ liệu minh họa, không có giá trị thanh toán.",
      });
    });

    test("writes numbers that spreadsheets do not keep as text, and says so", async () => {
      const sheets = await sheetsOf(claim("06", "xlsx"));
      const [, first, second, sum] = sheets["Các dòng"];
      expect([first[7], first[11], second[11], sum[11]]).toEqual([
        BEYOND_DOUBLES,
        BEYOND_DOUBLES,
        1,
        "9007199254740994",
      ]);
      expect(factsOf(sheets["Thông tin"])["Lưu ý"]).toContain("15 chữ số");
    });

    test("takes back with a minus, half a dossier with its decimals", async () => {
      const [, first, second, sum] = (await sheetsOf(claim("05", "xlsx")))["Các dòng"];
      expect([first[8], first[11], second[8], sum[11]]).toEqual([-1420, -11927650, 1400.5, -163450]);
    });
  });

  describe("the estimate's papers", () => {
    test("ask for the money with what it rests on, and say what was answered", async () => {
      const text = await textOf(`subsidy-estimates/${world.ids.asked}.docx`);
      for (const said of [
        "TỜ TRÌNH",
        "Về việc đề nghị giao kinh phí luân chuyển hồ sơ năm 2020",
        "Lập ngày 15/7/2019",
        "Căn cứ số liệu hồ sơ từ ngày 1/7/2018 đến ngày 30/6/2019",
        "Hồ sơ dự kiến tăng 12,5 %.",
        "Đơn vị vận chuyển dự kiến: Bưu điện tỉnh Yên Bái.",
        "Số hồ sơ đất đai tăng do cấp đổi giấy chứng nhận.",
        "3.520 hồ\u00a0sơ",
        "33.264.000",
        "Đề nghị Ủy ban nhân dân huyện Văn Chấn xem xét, giao kinh phí 37.044.000 đồng (bằng chữ: ba mươi bảy triệu không trăm bốn mươi bốn nghìn đồng).",
        "Trạng thái: Được giao một phần.",
        "Số kinh phí được giao: 30.000.000 đồng.",
        "Văn bản trả lời: Quyết định số 3312/QĐ-UBND ngày 19/7/2019.",
      ])
        expect(text).toContain(said);
      const sheets = await sheetsOf(`subsidy-estimates/${world.ids.asked}.xlsx`);
      const lines = sheets["Dự toán"].slice(1);
      expect(lines.map((line) => line[8])).toEqual([33264000, 3780000, 37044000]);
      const said = sheets["Căn cứ"].filter(([name]) => name === "Căn cứ tính toán").map(([, value]) => value);
      expect(said).toContain("Hồ sơ dự kiến tăng 12,5 %.");
    });

    test("of a draft are computed from what is known now, and marked", async () => {
      const text = await textOf(`subsidy-estimates/${world.ids.drafted}.docx`);
      expect(text).toContain("BẢN NHÁP: chưa gửi");
      const { subsidyNeed } = await finance.data(
        `{ subsidyNeed(fiscalYear: 2021, baseFrom: "2018-07-01", baseTo: "2019-06-30", growthPercent: "12.5", sharePercent: "70") {
          assumptions { vi } payers { payer { id } totalVnd lines { amountVnd } } } }`,
      );
      for (const { vi } of subsidyNeed.assumptions) expect(text).toContain(vi);
      const own = subsidyNeed.payers.find(({ payer }: { payer: { id: string } }) => payer.id === world.ids.payer);
      expect(own.lines.length).toBeGreaterThan(0);
      const [, ...lines] = (await sheetsOf(`subsidy-estimates/${world.ids.drafted}.xlsx`))["Dự toán"];
      expect(lines.map((line) => String(line[8]))).toEqual([
        ...own.lines.map(({ amountVnd }: { amountVnd: string }) => amountVnd),
        own.totalVnd,
      ]);
    });
  });

  test("an estimate's draft rests on its payer's own routes, whoever reads it", async () => {
    const { other, land, post } = world.ids;
    await world.make("transferRoute", "elsewhere", {
      ...{ code: "MCC-VPDK", direction: "IN", carrier: "POST", carriedBy: post },
      ...{ from: other, to: land },
    });
    const leader = await world.somebody("Vũ Thị Hòa", "LEADER", null);
    const said = async (cookie: string): Promise<string> => {
      const { rawPayload } = await fetched(`subsidy-estimates/${world.ids.drafted}.docx`, cookie);
      return (await mammoth.extractRawText({ buffer: rawPayload })).value;
    };
    const own = await said(finance.cookie);
    expect(own).toContain("VC-POLICE");
    expect(await said(leader.cookie)).toBe(own);
  });

  describe("the year-end report", () => {
    test("sets budget, claims and what is left against each other, adjusting claims apart", async () => {
      const text = await textOf(`subsidy-programs/${world.ids.program}/report.docx`);
      for (const said of [
        "Tình hình thực hiện kinh phí luân chuyển hồ sơ năm 2019",
        "Tính đến ngày 20/7/2019",
        "60.000.000",
        "48.072.350",
        "Quyết định số 214/QĐ-UBND",
        "605, 340-341, 6605",
        "20/4/2019 (UNC 118)",
        "IV. ĐỀ NGHỊ ĐIỀU CHỈNH",
        "05/ĐN-BĐT (điều chỉnh 01/ĐN-BĐT)",
        "Dữ liệu minh họa",
      ])
        expect(text).toContain(said);
      expect(await textOf(`subsidy-programs/${world.ids.program}/report.docx?lang=en`)).toContain(
        "The money for moving dossiers in 2019",
      );
    });

    test("has the same in sheets", async () => {
      const sheets = await sheetsOf(`subsidy-programs/${world.ids.program}/report.xlsx`);
      const [whole, budget, claims, adjusting, byRoute, byCarrier] = Object.values(sheets).map((rows) => rows.slice(1));
      expect(whole.slice(0, 4).map(([, amount]) => amount)).toEqual([60000000, 11927650, 0, 48072350]);
      expect(budget.map((row) => row[7])).toEqual([50000000, 10000000, 60000000]);
      expect(claims.map((row) => row[1])).toEqual([
        "07/ĐN-BĐT",
        "01/ĐN-BĐT",
        "02/ĐN-BĐT",
        "03/ĐN-BĐT",
        "04/ĐN-BĐT",
        "06/ĐN-BĐT",
        "09/ĐN-BĐT",
        "10/ĐN-BĐT",
        "Cộng đã phê duyệt và đã thanh toán",
      ]);
      expect(claims.at(-1)![8]).toBe(11927650);
      expect(adjusting.map((row) => [row[1], row[2], row[9]])).toEqual([
        ["05/ĐN-BĐT", "01/ĐN-BĐT", -163450],
        ["Cộng đã phê duyệt và đã thanh toán", null, 0],
      ]);
      expect(byRoute.map((row) => [row[2], row[5]])).toEqual([
        [1420, 11927650],
        [null, 11927650],
      ]);
      expect(byCarrier[0].slice(1)).toEqual(["Bưu điện tỉnh Yên Bái", 1420, null, null, 11927650]);
    });
  });

  test("none of them is there for another district's person or for nobody; what is asked wrongly is named", async () => {
    const { program, asked } = world.ids;
    const addresses = [
      claim("02", "docx"),
      `subsidy-estimates/${asked}.xlsx`,
      `subsidy-programs/${program}/report.docx`,
    ];
    for (const address of addresses) {
      const missing = await fetched(address, stranger.cookie);
      expect([address, missing.statusCode, missing.json().problems[0].code]).toEqual([address, 404, "NOT_FOUND"]);
      expect((await fetched(address, null)).statusCode).toBe(401);
      const wrong = await fetched(`${address}?lang=fr`);
      expect([wrong.statusCode, wrong.json().problems[0].field]).toEqual([422, "lang"]);
    }
    for (const [address, field] of [
      ["subsidy-claims/x.docx", "id"],
      [claim("02", "pdf"), "form"],
    ])
      expect((await fetched(address)).json().problems[0]).toMatchObject({ code: "BAD_INPUT", field });
  });

  inLibreOffice("the papers", () => {
    test("become PDF pages that hold every word, none beside the paper", async () => {
      const folder = mkdtempSync(join(tmpdir(), "danh-muc-papers-"));
      try {
        const addresses = [
          ...["01", "02", "03", "04", "05", "06"].map((code) => claim(code, "docx")),
          `subsidy-estimates/${world.ids.asked}.docx`,
          `subsidy-programs/${world.ids.program}/report.docx`,
        ];
        const paths: string[] = [];
        for (const [at, address] of addresses.entries()) {
          paths.push(join(folder, `${at}.docx`));
          writeFileSync(paths[at], (await fetched(address)).rawPayload);
        }
        const pdfs = await convertAllInLibreOffice(paths, "pdf", folder);
        expect(pdfs.every((path) => existsSync(path))).toBe(true);
        if (!existsSync("/usr/bin/pdftotext")) return;
        const text = (at: number): string => execFileSync("/usr/bin/pdftotext", ["-layout", pdfs[at], "-"]).toString();
        expect(text(1)).toContain("13.852.300");
        expect(text(1)).toContain("Trang 1/2");
        expect(text(4)).toContain("−163.450");
        expect(text(7)).toContain("48.072.350");
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
});
