import { CHANGE_SELECTION, type ChangeResult } from "../../platform/data/changes";

/** The lines an estimate was asked with. */
export const ESTIMATE_LINES = `query EstimateLines($id: ID!) {
  subsidyEstimate(id: $id) {
    id
    lines(limit: 200) {
      total
      items {
        id rateUnit rateVnd quantity sharePercent amountVnd
        route { id code from { id name } to { id name } }
      }
    }
  }
}`;

export interface EstimateLine {
  id: string;
  rateUnit: string;
  rateVnd: string;
  quantity: string;
  sharePercent: string;
  amountVnd: string;
  route: { id: string; code: string; from: { name: string } | null; to: { name: string } | null } | null;
}

export interface EstimateLinesData {
  subsidyEstimate: { id: string; lines: { items: EstimateLine[]; total: number } } | null;
}

export const ASK = `mutation AskEstimate($id: ID!, $note: String) {
  done: askEstimate(id: $id, note: $note) { ${CHANGE_SELECTION} }
}`;

export const ANSWER = `mutation AnswerEstimate(
  $id: ID!, $state: EstimateState!, $grantedVnd: Vnd, $document: String!, $answeredOn: Date!, $answerNote: String, $programName: String
) {
  done: answerEstimate(
    id: $id, state: $state, grantedVnd: $grantedVnd, document: $document, answeredOn: $answeredOn,
    answerNote: $answerNote, programName: $programName
  ) { ${CHANGE_SELECTION} }
}`;

export interface Done {
  done: ChangeResult;
}
