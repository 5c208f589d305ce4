import { NoRight } from "../../generic/NoRight";
import { CreateForm } from "../../generic/ResourceCreate";
import { resourceOf } from "../../platform/model";
import { useMay } from "../../platform/viewer";

const RESOURCE = resourceOf("subsidyProgram");

/** Communes are paid for only where a program says so. */
const FILLED = { includesCommunes: false };

/** The form of a new program. */
export function ProgramCreate() {
  const may = useMay();
  return may("subsidyProgram.change") ? (
    <CreateForm resource={RESOURCE} filled={FILLED} />
  ) : (
    <NoRight resource={RESOURCE} />
  );
}
