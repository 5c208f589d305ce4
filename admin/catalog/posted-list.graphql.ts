import type { SheetData } from "../../server/catalog/posted-sheet.rules";

const LINE =
  "code nameVi nameEn sectorVi sectorEn agency tiers legs presenceRequired level levelScheme decisions isDemo";

/** The lists to be posted at a counter as of a day: Decision 45/2016/QĐ-TTg, Article 13. */
export const POSTED_LIST = `query PostedList($agency: ID, $asOf: Date) {
  postedList(agency: $agency, asOf: $asOf) {
    name parentName scope tier committeeName asOf
    byPost { ${LINE} }
    presenceRequired { ${LINE} }
    notListed { ${LINE} }
    online { ${LINE} }
    grounds { number kind issuer issuedOn title certainty }
  }
}`;

export interface PostedListData {
  postedList: SheetData;
}
