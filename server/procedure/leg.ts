import { choice } from "../platform/kinds/all";

/** The two ways of a dossier: how it comes in and how its result goes out are told and counted apart. */
export const LEG = choice("Leg", [
  { value: "IN", vi: "Tiếp nhận", en: "Receiving" },
  { value: "OUT", vi: "Trả kết quả", en: "Returning" },
]);
