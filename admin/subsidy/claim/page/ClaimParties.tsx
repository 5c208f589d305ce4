import { Link } from "react-router";
import { useWords } from "../../../platform/language";
import type { Claim } from "./claim-page.graphql";
import { words } from "./claim-page.words";

/** Who pays, who claims and who is paid, and the claims that correct this one. */
export function ClaimParties({ claim }: { claim: Claim }) {
  const w = useWords(words);
  const parties = [
    { name: w.payer, value: claim.payer?.name },
    { name: w.claimant, value: claim.claimant?.name },
    { name: w.payee, value: claim.payee?.name },
    { name: w.account, value: claim.payeeAccount },
    { name: w.voucherOf, value: claim.voucher },
    { name: w.note, value: claim.note },
  ].filter(({ value }) => value);
  return (
    <section className="card card-body stack tight" aria-labelledby="claim-parties">
      <h2 id="claim-parties">{w.parties}</h2>
      <dl className="parties">
        {parties.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {claim.adjusts && (
          <div>
            <dt>{w.adjusts("").trim()}</dt>
            <dd>
              <Link className="in-text" to={`/subsidyClaims/${claim.adjusts.id}/show`}>
                {claim.adjusts.code}
              </Link>
            </dd>
          </div>
        )}
        {claim.adjustments.items.length > 0 && (
          <div>
            <dt>{w.adjustments}</dt>
            <dd>
              {claim.adjustments.items.map(({ id, code }) => (
                <Link key={id} className="in-text block" to={`/subsidyClaims/${id}/show`}>
                  {code}
                </Link>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
