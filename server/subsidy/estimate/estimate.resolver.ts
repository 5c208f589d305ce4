import { GraphQLID, GraphQLInt } from "graphql";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Answer } from "../../platform/changes/change";
import { readNote } from "../../platform/changes/request";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, DecimalScalar, VndScalar } from "../../platform/graphql/scalars";
import { answerEstimate, askEstimate } from "./estimate.service";
import { gapSentence, lineSentence } from "./need-words.rules";
import { subsidyNeed, type NamedNeed } from "./need.service";
import { needType } from "./estimate.types";
import { decimalOf } from "../computation/quantity.rules";

/** What a year would cost, the asking for it, and its answer. */
export function estimateResolvers(types: ResourceTypes): (new () => object)[] {
  const need = needType(types);
  const [state, channel] = [types.enumOf("EstimateState"), types.enumOf("ChannelKind")];

  @Resolver()
  class EstimateResolver {
    @Query(() => need, {
      description:
        "Nhu cầu kinh phí của năm\n\nWhat moving dossiers would cost in a fiscal year, from the counts of a past span, the routes and their rates: per district and for the province, with all that it assumes. People of a part of the agency tree see the payers in it.",
    })
    subsidyNeed(
      @Ctx() context: Context,
      @Arg("fiscalYear", () => GraphQLInt, { description: "The fiscal year." }) fiscalYear: number,
      @Arg("baseFrom", () => DateScalar, { description: "The first day of the counts it rests on." }) baseFrom: string,
      @Arg("baseTo", () => DateScalar, { description: "Their last day, itself included." }) baseTo: string,
      @Arg("growthPercent", () => DecimalScalar, {
        nullable: true,
        description: "By how many percent dossiers grow, negative for fewer; absent: 0.",
      })
      growthPercent?: string | null,
      @Arg("sharePercent", () => DecimalScalar, {
        nullable: true,
        description: "The share that is paid, in percent; absent: 100.",
      })
      sharePercent?: string | null,
      @Arg("channels", () => [channel], {
        nullable: true,
        description: "The channels whose dossiers are carried; absent: the counter.",
      })
      channels?: string[] | null,
    ): Promise<object> {
      const asking = { fiscalYear, baseFrom, baseTo, growthPercent, sharePercent, channels };
      return refusing(async () => shown(await subsidyNeed(context, asking)));
    }

    @Mutation(() => types.changeResult, {
      description:
        "Gửi dự toán\n\nComputes what an estimate comes to for its payer, keeps its lines with what they were computed from, and asks for it.",
    })
    askEstimate(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, { description: "The estimate, a draft." }) id: string,
      @Arg("note", () => String, { nullable: true, description: "What is noted in the history." }) note?: string | null,
    ): Promise<Answer> {
      return refusing(() => askEstimate(context, id, readNote(note)));
    }

    @Mutation(() => types.changeResult, {
      description:
        "Ghi nhận trả lời dự toán\n\nRecords what an estimate was answered. What is granted becomes a program with its routes and budget, in the same change set.",
    })
    answerEstimate(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, { description: "The estimate, asked." }) id: string,
      @Arg("state", () => state, { description: "Granted, granted in part, or refused." }) answered: string,
      @Arg("document", () => String, { description: "Number and symbol of the answer's document." }) document: string,
      @Arg("answeredOn", () => DateScalar, { description: "The document's date." }) answeredOn: string,
      @Arg("grantedVnd", () => VndScalar, {
        nullable: true,
        description: "What is granted; needed where it is granted in part.",
      })
      grantedVnd?: string | null,
      @Arg("answerNote", () => String, { nullable: true, description: "What the answer says." })
      answerNote?: string | null,
      @Arg("programName", () => String, {
        nullable: true,
        description: "What the program is called that a granted estimate becomes; absent: by its year and payer.",
      })
      programName?: string | null,
      @Arg("note", () => String, { nullable: true, description: "What is noted in the history." }) note?: string | null,
    ): Promise<Answer> {
      const answer = {
        state: answered,
        document,
        answeredOn,
        grantedVnd: grantedVnd ?? null,
        answerNote: answerNote ?? null,
        programName: programName ?? null,
      };
      return refusing(() => answerEstimate(context, id, answer, readNote(note)));
    }
  }
  return [EstimateResolver];
}

/** A need in the words of the API. */
function shown({ asked, payers, totalVnd, assumptions, routes, names }: NamedNeed): object {
  const end = (agency: string) => ({ id: agency, name: names.get(Number(agency))?.nameVi ?? agency });
  const routeOf = (id: string): object => {
    const { code, from, to, direction, carrier } = routes.get(id)!;
    return { id, code, from: end(from), to: end(to), direction, carrier };
  };
  return {
    fiscalYear: asked.fiscalYear,
    baseFrom: asked.base.from,
    baseTo: asked.base.to,
    growthPercent: asked.growthPercent,
    sharePercent: asked.sharePercent,
    channels: asked.channels,
    totalVnd: String(totalVnd),
    assumptions,
    payers: payers.map(({ payer, lines, gaps, totalVnd: own }) => ({
      payer: payer === null ? null : names.get(payer),
      totalVnd: String(own),
      lines: lines.map((line) => ({
        ...line,
        route: routeOf(line.route),
        rateVnd: String(line.rateVnd),
        quantity: decimalOf(line.quantity),
        amountVnd: String(line.amountVnd),
        explanation: lineSentence(line),
      })),
      gaps: gaps.map((gap) => ({ route: routeOf(gap.route), reason: gap.reason, explanation: gapSentence(gap) })),
    })),
  };
}
