import { ALL_ROLES, type Policy, type Role } from "../platform/policy/policy";

/** Targets and how they are read are everybody's to see; catalog staff keep them. */
export const targetPolicy: Policy = {
  read: ALL_ROLES,
  change: ["ADMINISTRATOR", "CATALOG"],
};

/** Who sees everything that is counted: the inputs of a publication name every agency's dossiers. */
const UNBOUND: readonly Role[] = ["ADMINISTRATOR", "CATALOG", "FINANCE", "LEADER", "REPORTER"];

/** What was published is seen by all and written by publishing only. */
export const publicationPolicy: Policy = {
  read: ALL_ROLES,
  change: [],
  fields: { pinned: { read: UNBOUND } },
  verbs: {
    publish: {
      label: { vi: "Công bố", en: "Publish" },
      by: ["ADMINISTRATOR", "CATALOG"],
      sets: ["name", "targetSet", "firstDay", "lastDay", "structure", "publishedOn", "upTo", "pinned", "note"],
    },
  },
};

/** The figures of a publication come with it. */
export const publishedFigurePolicy: Policy = {
  read: ALL_ROLES,
  change: [],
  verbs: {
    publish: {
      label: { vi: "Công bố", en: "Publish" },
      by: ["ADMINISTRATOR", "CATALOG"],
      sets: [
        "publication",
        "agency",
        "criterion",
        "reading",
        "official",
        "numerator",
        "denominator",
        "thresholdPercent",
        "state",
        "shortfall",
        "points",
      ],
    },
  },
};
