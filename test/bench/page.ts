/** The page that the read bench asks for, in our grammar. */
export const PAGE = `query Page($offset: Int!) {
  procedures(offset: $offset, limit: 100) {
    total
    items {
      id code nameVi status tiers
      agency { id name }
      sector { id nameVi }
      entries {
        items { id legs validFrom validTo addedBy { id number issuedOn } removedBy { id number issuedOn } }
        total
      }
    }
  }
}`;

/** Twenty pages in turn, so that no cache of one page helps anybody. */
export const OFFSETS = Array.from({ length: 20 }, (_, i) => i * 100);

export const WORKING_DATE = "2019-07-20";
