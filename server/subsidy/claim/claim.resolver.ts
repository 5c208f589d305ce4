import { GraphQLID } from "graphql";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Answer } from "../../platform/changes/change";
import { readNote } from "../../platform/changes/request";
import type { Context } from "../../platform/context";
import { refusing } from "../../platform/graphql/bind";
import type { ResourceTypes } from "../../platform/graphql/build-schema";
import { DateScalar, VndScalar } from "../../platform/graphql/scalars";
import { amountInWords } from "../../platform/text/amount-in-words";
import { nextStepType } from "./claim.types";
import { claimNextSteps, type NextStep } from "./next-steps.service";
import { approveClaim, checkClaim, payClaim, returnClaim } from "./steps.service";
import { submitClaim } from "./submit.service";

const THE_CLAIM = { description: "The claim." };
const NOTE = { nullable: true, description: "A remark, for the people who read the history." };
const SEEN = {
  nullable: true,
  description: "The total that was looked at: STALE where the claim comes to another one by now.",
};

/** The steps of claims, by the names that the office has for them. */
export function claimResolvers(types: ResourceTypes): (new () => object)[] {
  const { changeResult } = types;
  const nextStep = nextStepType(types);

  @Resolver()
  class ClaimResolver {
    @Mutation(() => changeResult, {
      description:
        "Gửi đề nghị\n\nComputes a claim that is drawn up or was returned, keeps its lines and what they were computed from, and hands it to the payer. " +
        "NOT_CLOSED: a reporting period of its days is open; OVERLAP: days of a route are claimed already.",
    })
    submitClaim(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, THE_CLAIM) id: string,
      @Arg("note", () => String, NOTE) note?: string | null,
    ): Promise<Answer> {
      return refusing(() => submitClaim(context, { id, note: readNote(note) }));
    }

    @Mutation(() => changeResult, {
      description:
        "Xác nhận đã kiểm tra\n\nConfirms a submitted claim. Nobody checks what they drew up or submitted (FORBIDDEN).",
    })
    checkClaim(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, THE_CLAIM) id: string,
      @Arg("note", () => String, NOTE) note?: string | null,
      @Arg("seenVnd", () => VndScalar, SEEN) seenVnd?: string | null,
    ): Promise<Answer> {
      return refusing(() => checkClaim(context, { id, note: readNote(note), seenVnd }));
    }

    @Mutation(() => changeResult, {
      description:
        "Trả lại đề nghị\n\nGives a submitted or checked claim back to be mended. Its lines go; it is computed anew when it is submitted again.",
    })
    returnClaim(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, THE_CLAIM) id: string,
      @Arg("reason", () => String, { description: "Why: it stays with the claim until it is submitted again." })
      reason: string,
    ): Promise<Answer> {
      return refusing(() => returnClaim(context, { id, note: readNote(reason, "reason") }));
    }

    @Mutation(() => changeResult, {
      description:
        "Phê duyệt đề nghị\n\nApproves a checked claim: its total is committed of the budget. OVER_BUDGET where there is no room for it, " +
        "OVER_CAP where other claims used up the cap meanwhile. Nobody approves what they drew up, submitted or checked (FORBIDDEN).",
    })
    approveClaim(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, THE_CLAIM) id: string,
      @Arg("note", () => String, NOTE) note?: string | null,
      @Arg("seenVnd", () => VndScalar, SEEN) seenVnd?: string | null,
    ): Promise<Answer> {
      return refusing(() => approveClaim(context, { id, note: readNote(note), seenVnd }));
    }

    @Mutation(() => changeResult, {
      description:
        "Ghi nhận đã thanh toán\n\nRecords that an approved claim was paid. Nobody pays what they drew up, submitted or approved (FORBIDDEN).",
    })
    payClaim(
      @Ctx() context: Context,
      @Arg("id", () => GraphQLID, THE_CLAIM) id: string,
      @Arg("voucher", () => String, { nullable: true, description: "The number of the payment's voucher." })
      voucher?: string | null,
      @Arg("paidOn", () => DateScalar, { nullable: true, description: "When it was paid; absent: today." })
      paidOn?: string | null,
      @Arg("seenVnd", () => VndScalar, SEEN) seenVnd?: string | null,
      @Arg("note", () => String, NOTE) note?: string | null,
    ): Promise<Answer> {
      const payment = { id, note: readNote(note), seenVnd, voucher: voucher ?? null, paidOn: paidOn ?? null };
      return refusing(() => payClaim(context, payment));
    }

    @Query(() => [nextStep], {
      description:
        "The steps that a claim can go from where it is: whether whoever asks may take them, why not, and who may. None once it is paid.",
    })
    claimNextSteps(@Ctx() context: Context, @Arg("id", () => GraphQLID, THE_CLAIM) id: string): Promise<NextStep[]> {
      return refusing(() => claimNextSteps(context, id));
    }

    @Query(() => String, {
      description: "Số tiền bằng chữ\n\nAn amount in Vietnamese words, as papers spell it out: “một trăm nghìn đồng”.",
    })
    amountInWords(@Arg("vnd", () => VndScalar, { description: "The amount, in đồng." }) vnd: string): string {
      return amountInWords(BigInt(vnd));
    }
  }
  return [ClaimResolver];
}
