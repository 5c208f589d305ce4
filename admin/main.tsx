import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { agency } from "./agency/agency.noun";
import { catalog, comparison } from "./catalog/catalog.noun";
import { change } from "./change/change.noun";
import { count } from "./count/count.noun";
import { crossCheck } from "./count/cross-check.noun";
import { decision } from "./decision/decision.noun";
import { Home } from "./home/Home";
import { home } from "./home/home.noun";
import { person } from "./person/person.noun";
import { App } from "./platform/App";
import { procedure } from "./procedure/procedure.noun";
import { RULES } from "./rules";
import { sector } from "./sector/sector.noun";
import { subsidy } from "./subsidy/subsidy.noun";
import { criterion } from "./target/criterion.noun";
import { target } from "./target/target.noun";
import { task } from "./task/task.noun";
import { unit } from "./unit/unit.noun";
import "./platform/look/look.css";

/** The nouns, one line each, in the order of the menu. */
const nouns = [
  home,
  procedure,
  catalog,
  decision,
  comparison,
  count,
  crossCheck,
  target,
  criterion,
  task,
  subsidy,
  agency,
  unit,
  sector,
  change,
  person,
];

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App nouns={nouns} rules={RULES} dashboard={Home} searched={["procedures", "decisions", "agencies"]} />
  </StrictMode>,
);
