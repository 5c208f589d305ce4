const ROUTE = "route { id code from { name } to { name } }";

/** How long a program's money lasts, by month, and where it goes. */
export const OUTLOOK = `query Outlook($program: ID!, $asOf: Date) {
  subsidyOutlook(program: $program, asOf: $asOf) {
    asOf budgetVnd yearVnd yearLowVnd yearHighVnd knownVnd forecastVnd runsOutOn
    warning { level vi en } method { vi en } notes { vi en }
    months { month isKnown amountVnd claimedVnd lowVnd highVnd cumulativeVnd }
    routes { ${ROUTE} dossiers trips knownVnd forecastVnd perDossierVnd }
    carriers { carrier carriedBy { name } dossiers trips knownVnd forecastVnd perDossierVnd }
    districts { district { nameVi } dossiers trips knownVnd forecastVnd perDossierVnd }
  }
}`;

/** What another rate, another share, or procedures that leave the counter would cost until the year's end. */
export const EFFECT = `query Effect($program: ID!, $asOf: Date, $ratePercent: Decimal, $sharePercent: Decimal, $moveToPost: [ID!]) {
  subsidyEffect(program: $program, asOf: $asOf, ratePercent: $ratePercent, sharePercent: $sharePercent, moveToPost: $moveToPost) {
    months beforeVnd afterVnd differenceVnd yearBeforeVnd yearAfterVnd runsOutBefore runsOutAfter assumptions { vi en }
  }
}`;

interface Both {
  vi: string;
  en: string;
}

export interface OutlookMonth {
  month: string;
  isKnown: boolean;
  amountVnd: string | null;
  claimedVnd: string;
  lowVnd: string | null;
  highVnd: string | null;
  cumulativeVnd: string | null;
}

/** What a route, a carrier or a district costs. */
export interface Part {
  dossiers: number;
  trips: number;
  knownVnd: string;
  forecastVnd: string;
  perDossierVnd: string | null;
}

export interface Outlook {
  asOf: string;
  budgetVnd: string;
  yearVnd: string | null;
  yearLowVnd: string | null;
  yearHighVnd: string | null;
  knownVnd: string;
  forecastVnd: string | null;
  runsOutOn: string | null;
  warning: Both & { level: string };
  method: Both;
  notes: Both[];
  months: OutlookMonth[];
  routes: (Part & { route: { id: string; code: string; from: { name: string }; to: { name: string } } })[];
  carriers: (Part & { carrier: string; carriedBy: { name: string } | null })[];
  districts: (Part & { district: { nameVi: string } | null })[];
}

export interface Effect {
  months: number;
  beforeVnd: string | null;
  afterVnd: string | null;
  differenceVnd: string | null;
  yearBeforeVnd: string | null;
  yearAfterVnd: string | null;
  runsOutBefore: string | null;
  runsOutAfter: string | null;
  assumptions: Both[];
}
